/** What a person does in a browser, done in a browser. */
@NullMarked
package clinic.daybook.browser;

import org.jspecify.annotations.NullMarked;
