/**
 * What is said in the OpenAPI document that no code can tell: what its words mean, and
 * what a request may look like.
 */
@NullMarked
package clinic.daybook.app.openapi;

import org.jspecify.annotations.NullMarked;
