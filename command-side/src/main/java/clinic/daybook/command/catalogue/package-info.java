@NullMarked
package clinic.daybook.command.catalogue;

import org.jspecify.annotations.NullMarked;
