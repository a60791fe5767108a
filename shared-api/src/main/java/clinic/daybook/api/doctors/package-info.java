@NullMarked
package clinic.daybook.api.doctors;

import org.jspecify.annotations.NullMarked;
