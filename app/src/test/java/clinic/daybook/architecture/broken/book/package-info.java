/** Part of a house that breaks every rule, on purpose. */
@NullMarked
package clinic.daybook.architecture.broken.book;

import org.jspecify.annotations.NullMarked;
