package clinic.daybook.people;

import java.util.Optional;

import clinic.daybook.web.AccessTokens;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.DespiteTemporaryPassword;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** In, on and out. */
@RestController
@Tag(name = "Identity")
class LoginApi {

	private final AccountRepository accounts;

	private final Passwords passwords;

	private final Sessions sessions;

	private final AccessTokens tokens;

	private final RateLimits limits;

	LoginApi(AccountRepository accounts, Passwords passwords, Sessions sessions, AccessTokens tokens,
			RateLimits limits) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.sessions = sessions;
		this.tokens = tokens;
		this.limits = limits;
	}

	@PostMapping("/auth/login")
	@DespiteTemporaryPassword
	@Refuses({ ProblemCode.BAD_CREDENTIALS, ProblemCode.RATE_LIMITED })
	@Operation(operationId = "logIn", summary = "Log in",
			description = "For 15 minutes by the access token, and for 14 days by refreshing. "
					+ "An unknown e-mail is answered like a wrong password.")
	TokenPair login(@RequestBody Credentials body, HttpServletRequest request) {
		String email = Email.normalised(body.email());
		this.limits.login(email, request.getRemoteAddr());
		Optional<Account> account = this.accounts.findLogin(email);
		boolean right = this.passwords.match(body.password(), account.map(Account::passwordHash).orElse(null));
		Sessions.Opened opened = account.filter((found) -> right && found.isEnabled())
			.flatMap(this.sessions::open)
			.orElseThrow(() -> new ProblemException(ProblemCode.BAD_CREDENTIALS));
		this.limits.loggedIn(request.getRemoteAddr());
		return pair(opened);
	}

	@PostMapping("/auth/refresh")
	@DespiteTemporaryPassword
	@Refuses({ ProblemCode.UNAUTHENTICATED, ProblemCode.RATE_LIMITED })
	@Operation(operationId = "refreshTokens", summary = "Exchange a refresh token for a new pair",
			description = "A refresh token is good once: if it comes again, somebody else has it too, and all "
					+ "tokens of that login die.")
	TokenPair refresh(@RequestBody RefreshRequest body, HttpServletRequest request) {
		Optional<RefreshToken> token = RefreshToken.parse(body.refreshToken());
		this.limits.refresh(token.map(RefreshToken::sessionId), request.getRemoteAddr());
		return token.flatMap(this.sessions::renew)
			.map(this::pair)
			.orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED,
					"The refresh token is not valid (any more): log in again."));
	}

	@PostMapping("/auth/logout")
	@DespiteTemporaryPassword
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "logOut", summary = "End a session",
			description = "The refresh token's, or without one that of the access token. "
					+ "Neither has to be good: who wants to leave is out in any case.")
	void logout(@CurrentCaller @Nullable Caller caller, @RequestBody(required = false) @Nullable LogoutRequest body) {
		if (body != null && body.refreshToken() != null) {
			RefreshToken.parse(body.refreshToken()).ifPresent(this.sessions::end);
		}
		else if (caller != null) {
			this.sessions.end(caller.sessionId());
		}
	}

	private TokenPair pair(Sessions.Opened opened) {
		String accessToken = this.tokens.issue(opened.account().id(), opened.account().role(), opened.sessionId());
		return new TokenPair(accessToken, "Bearer", AccessTokens.LIFETIME.toSeconds(), opened.refreshToken().text());
	}

	record Credentials(String email, String password) {
	}

	record RefreshRequest(String refreshToken) {
	}

	record LogoutRequest(@Nullable String refreshToken) {
	}

	record TokenPair(String accessToken, String tokenType, long expiresIn, String refreshToken) {
	}

}
