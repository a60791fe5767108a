/**
 * The pages that belong to no side.
 */
@NullMarked
package clinic.daybook.app.pages;

import org.jspecify.annotations.NullMarked;
