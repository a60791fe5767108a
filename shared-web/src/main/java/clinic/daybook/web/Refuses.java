package clinic.daybook.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The reasons an endpoint has for saying no, besides those that follow from its address,
 * its parameters and its roles. They stand in the OpenAPI document, and tests hold every
 * answer to it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

	ProblemCode[] value();

}
