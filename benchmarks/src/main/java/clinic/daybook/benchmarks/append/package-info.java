/**
 * How many appends a second the book takes, beside what else could be done with the same
 * database.
 */
@NullMarked
package clinic.daybook.benchmarks.append;

import org.jspecify.annotations.NullMarked;
