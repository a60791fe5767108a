/** Puts Axon together with the book; the only place that knows all of both. */
@NullMarked
package clinic.daybook.app.axon;

import org.jspecify.annotations.NullMarked;
