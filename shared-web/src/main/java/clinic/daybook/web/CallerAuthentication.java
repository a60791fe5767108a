package clinic.daybook.web;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A {@link Caller} in Spring Security's terms. */
final class CallerAuthentication extends AbstractAuthenticationToken {

	private final transient Caller caller;

	CallerAuthentication(Caller caller) {
		super(AuthorityUtils.createAuthorityList("ROLE_" + caller.role().name()));
		this.caller = caller;
		setAuthenticated(true);
	}

	/** Who sent the request that this thread is at, if they are logged in. */
	static @Nullable Caller current() {
		@Nullable Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication instanceof CallerAuthentication known) ? known.getPrincipal() : null;
	}

	@Override
	public Caller getPrincipal() {
		return this.caller;
	}

	@Override
	public String getCredentials() {
		return "";
	}

	@Override
	public String getName() {
		return this.caller.userId().toString();
	}

}
