@NullMarked
package clinic.daybook.query;

import org.jspecify.annotations.NullMarked;
