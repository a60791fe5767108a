/**
 * The one clock of the application; in the demo it can be moved forward.
 */
@NullMarked
package clinic.daybook.app.clock;

import org.jspecify.annotations.NullMarked;
