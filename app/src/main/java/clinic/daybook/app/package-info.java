/**
 * Puts the sides together into one running Daybook.
 */
@NullMarked
package clinic.daybook.app;

import org.jspecify.annotations.NullMarked;
