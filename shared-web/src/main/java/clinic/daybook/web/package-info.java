/**
 * What all HTTP needs. Whatever a request does on its way in (trace, token, access, query
 * parameters, body) and whatever goes wrong on the way is decided here, so that every
 * edge answers alike and none has to remember to.
 */
@NullMarked
package clinic.daybook.web;

import org.jspecify.annotations.NullMarked;
