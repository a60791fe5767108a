/** The rules of the house, each proven on a small broken house too. */
@NullMarked
package clinic.daybook.architecture;

import org.jspecify.annotations.NullMarked;
