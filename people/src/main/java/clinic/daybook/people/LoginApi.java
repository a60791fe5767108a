package clinic.daybook.people;

import java.util.Objects;
import java.util.Optional;

import clinic.daybook.web.AccessTokens;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
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
	@Operation(summary = "Log in")
	TokenPair login(@RequestBody Credentials body, HttpServletRequest request) {
		new InputErrors().required("email", body.email()).required("password", body.password()).refuse();
		String email = Email.normalised(Objects.requireNonNull(body.email()));
		this.limits.login(email, request.getRemoteAddr());
		Optional<Account> account = this.accounts.findLogin(email);
		boolean right = this.passwords.match(Objects.requireNonNull(body.password()),
				account.map(Account::passwordHash).orElse(null));
		Account known = account.filter((found) -> right && found.isEnabled())
			.orElseThrow(() -> new ProblemException(ProblemCode.BAD_CREDENTIALS));
		this.limits.loggedIn(request.getRemoteAddr());
		return pair(this.sessions.open(known));
	}

	@PostMapping("/auth/refresh")
	@Operation(summary = "Exchange a refresh token for a new pair")
	TokenPair refresh(@RequestBody Refresh body, HttpServletRequest request) {
		this.limits.refresh(request.getRemoteAddr());
		return token(body).flatMap(this.sessions::renew)
			.map(this::pair)
			.orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED,
					"The refresh token is not valid (any more): log in again."));
	}

	@PostMapping("/auth/logout")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "End a session")
	void logout(@RequestBody Refresh body) {
		token(body).ifPresent(this.sessions::end);
	}

	private static Optional<RefreshToken> token(Refresh body) {
		new InputErrors().required("refreshToken", body.refreshToken()).refuse();
		return RefreshToken.parse(Objects.requireNonNull(body.refreshToken()));
	}

	private TokenPair pair(Sessions.Opened opened) {
		String accessToken = this.tokens.issue(opened.account().id(), opened.account().role(), opened.sessionId());
		return new TokenPair(accessToken, "Bearer", AccessTokens.LIFETIME.toSeconds(), opened.refreshToken().text());
	}

	record Credentials(@Nullable String email, @Nullable String password) {
	}

	record Refresh(@Nullable String refreshToken) {
	}

	record TokenPair(String accessToken, String tokenType, long expiresIn, String refreshToken) {
	}

}
