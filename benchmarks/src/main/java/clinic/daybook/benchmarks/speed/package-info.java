/**
 * How fast the book is read and how soon, and what a booking costs however long its
 * doctor's history is: each measured where the application would feel it.
 */
@NullMarked
package clinic.daybook.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
