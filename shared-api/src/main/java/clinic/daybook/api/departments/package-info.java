@NullMarked
package clinic.daybook.api.departments;

import org.jspecify.annotations.NullMarked;
