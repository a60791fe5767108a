@NullMarked
package clinic.daybook.query.scheduling;

import org.jspecify.annotations.NullMarked;
