/** Part of a house that breaks every rule, on purpose. */
@NullMarked
package clinic.daybook.architecture.broken.command.rules;

import org.jspecify.annotations.NullMarked;
