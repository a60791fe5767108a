/**
 * Who is who: accounts, names, roles, sessions, keys. Kept in tables and not in the book,
 * because people may be forgotten and the book forgets nothing.
 */
@NullMarked
package clinic.daybook.people;

import org.jspecify.annotations.NullMarked;
