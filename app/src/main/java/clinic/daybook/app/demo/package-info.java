/** The clinic that is there when Daybook is tried out. */
@NullMarked
package clinic.daybook.app.demo;

import org.jspecify.annotations.NullMarked;
