/** What a client can rely on, asked over HTTP. */
@NullMarked
package clinic.daybook.http;

import org.jspecify.annotations.NullMarked;
