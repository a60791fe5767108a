/**
 * Finds the PostgreSQL to use before Spring looks for one: the given one, checked, or an
 * embedded one.
 */
@NullMarked
package clinic.daybook.app.database;

import org.jspecify.annotations.NullMarked;
