@NullMarked
package clinic.daybook.api.users;

import org.jspecify.annotations.NullMarked;
