/**
 * The OpenAPI document. It is worked out from what is there anyway: records, the
 * annotations on endpoints, the codes of problems; so what is said here of one endpoint
 * holds for all.
 */
@NullMarked
package clinic.daybook.web.openapi;

import org.jspecify.annotations.NullMarked;
