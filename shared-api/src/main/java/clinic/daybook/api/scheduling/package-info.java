@NullMarked
package clinic.daybook.api.scheduling;

import org.jspecify.annotations.NullMarked;
