@NullMarked
package clinic.daybook.command.dispatch;

import org.jspecify.annotations.NullMarked;
