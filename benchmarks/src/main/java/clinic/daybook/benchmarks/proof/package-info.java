/**
 * Proofs that the book skips nothing and loses nothing, whatever befalls writers, readers
 * and the database. Writers note down what they asked for and what they were told,
 * readers what they saw; in the end all that is held against what is written.
 */
@NullMarked
package clinic.daybook.benchmarks.proof;

import org.jspecify.annotations.NullMarked;
