package clinic.daybook.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import clinic.daybook.api.users.Role;

/**
 * The roles that an endpoint, or every endpoint of a controller, is open to. Others are
 * refused before anything of their request but the address is looked at. Without it any
 * account may call, unless the address is public.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

	Role[] value();

}
