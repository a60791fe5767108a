@NullMarked
package clinic.daybook.api;

import org.jspecify.annotations.NullMarked;
