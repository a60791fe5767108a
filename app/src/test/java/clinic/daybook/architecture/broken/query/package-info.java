/** Part of a house that breaks every rule, on purpose. */
@NullMarked
package clinic.daybook.architecture.broken.query;

import org.jspecify.annotations.NullMarked;
