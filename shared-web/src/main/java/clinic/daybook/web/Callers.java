package clinic.daybook.web;

import java.util.Optional;

/**
 * Whether the session and the account behind a token still stand. It is asked on every
 * request, so that a role withdrawn or an account disabled stops working at once.
 */
public interface Callers {

	Optional<Caller> callerOf(AccessToken token);

}
