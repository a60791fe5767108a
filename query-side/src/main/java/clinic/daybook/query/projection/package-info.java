@NullMarked
package clinic.daybook.query.projection;

import org.jspecify.annotations.NullMarked;
