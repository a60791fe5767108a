package clinic.daybook.web;

import clinic.daybook.api.users.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Who may call what. It stands behind the mapping of addresses, so that an unknown one is
 * 404 for everybody, and before the reading of anything else, so that a wrong role is 403
 * whatever the body.
 */
final class AccessInterceptor implements HandlerInterceptor {

	private final Environment environment;

	AccessInterceptor(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method) {
			Role[] roles = rolesFor(method, request);
			@Nullable Caller caller = CallerAuthentication.current();
			if (caller == null && (roles.length > 0 || !isPublic(request))) {
				throw new ProblemException(ProblemCode.UNAUTHENTICATED);
			}
			if (caller != null && caller.mustChangePassword() && !isOpenDespiteTemporaryPassword(method)) {
				throw new ProblemException(ProblemCode.FORBIDDEN,
						"Your password is a temporary one: choose your own with POST /auth/password first.");
			}
			if (caller != null && roles.length > 0 && !caller.is(roles)) {
				throw new ProblemException(ProblemCode.FORBIDDEN);
			}
		}
		return true;
	}

	private Role[] rolesFor(HandlerMethod method, HttpServletRequest request) {
		if (isActuator(request) && !isPublic(request)) {
			return onManagementPort(request) ? new Role[0] : new Role[] { Role.ADMIN };
		}
		@Nullable AllowedTo allowed = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedTo.class);
		if (allowed == null) {
			allowed = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class);
		}
		return (allowed != null) ? allowed.value() : new Role[0];
	}

	private static boolean isOpenDespiteTemporaryPassword(HandlerMethod method) {
		return AnnotatedElementUtils.hasAnnotation(method.getMethod(), DespiteTemporaryPassword.class)
				|| AnnotatedElementUtils.hasAnnotation(method.getBeanType(), DespiteTemporaryPassword.class);
	}

	private boolean isPublic(HttpServletRequest request) {
		PathContainer path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
		return PublicAddresses.include(request.getMethod(), path) || (isActuator(request) && onManagementPort(request));
	}

	private static boolean isActuator(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/actuator");
	}

	// The management port is for the clinic's own machines, the main one for the world.
	private boolean onManagementPort(HttpServletRequest request) {
		String local = Integer.toString(request.getLocalPort());
		return local.equals(this.environment.getProperty("local.management.port"))
				&& !local.equals(this.environment.getProperty("local.server.port"));
	}

}
