/**
 * What a person at the terminal sees: one box when Daybook is ready, one line when it
 * cannot be.
 */
@NullMarked
package clinic.daybook.app.startup;

import org.jspecify.annotations.NullMarked;
