/**
 * Who may do what, and what comes of it: a table that says so for every call and every
 * kind of caller, and the cases made from it.
 */
@NullMarked
package clinic.daybook.matrix;

import org.jspecify.annotations.NullMarked;
