package clinic.daybook.web;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A {@link Caller} in Spring Security's terms. */
final class CallerAuthentication extends AbstractAuthenticationToken {

	private final transient Caller caller;

	CallerAuthentication(Caller caller) {
		super(AuthorityUtils.createAuthorityList("ROLE_" + caller.role().name()));
		this.caller = caller;
		setAuthenticated(true);
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
