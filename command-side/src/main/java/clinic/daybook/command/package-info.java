@NullMarked
package clinic.daybook.command;

import org.jspecify.annotations.NullMarked;
