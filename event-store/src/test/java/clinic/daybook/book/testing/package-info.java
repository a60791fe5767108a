/** What the tests of all modules share. */
@NullMarked
package clinic.daybook.book.testing;

import org.jspecify.annotations.NullMarked;
