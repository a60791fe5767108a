/** What must hold when many clients and two servers want the same thing at once. */
@NullMarked
package clinic.daybook.races;

import org.jspecify.annotations.NullMarked;
