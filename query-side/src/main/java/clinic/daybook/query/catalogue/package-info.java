@NullMarked
package clinic.daybook.query.catalogue;

import org.jspecify.annotations.NullMarked;
