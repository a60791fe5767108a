/**
 * The book: events in one order that skips nothing and loses nothing, on PostgreSQL, for
 * Axon. It knows nothing of what the events mean.
 */
@NullMarked
package clinic.daybook.book;

import org.jspecify.annotations.NullMarked;
