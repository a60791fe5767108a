/** Part of a house that breaks every rule, on purpose. */
@NullMarked
package clinic.daybook.architecture.broken.web;

import org.jspecify.annotations.NullMarked;
