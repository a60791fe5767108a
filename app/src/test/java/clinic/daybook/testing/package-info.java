/**
 * The words black-box tests are written in: a running Daybook, the people who use it and
 * what it answers them.
 */
@NullMarked
package clinic.daybook.testing;

import org.jspecify.annotations.NullMarked;
