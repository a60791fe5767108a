package clinic.daybook.web;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.Locator;
import io.jsonwebtoken.UnsupportedJwtException;
import org.jspecify.annotations.Nullable;

/**
 * Issues and verifies access tokens: Ed25519 and nothing else, by a key of ours, for us,
 * and not expired by the application's clock, without leeway. A token that has passed is
 * remembered, so that a request spends its time on other things than its signature; its
 * expiry is still compared each time.
 */
public final class AccessTokens {

	public static final Duration LIFETIME = Duration.ofMinutes(15);

	private static final String PARTY = "daybook";

	private static final String SESSION = "sid";

	private static final String ROLE = "role";

	private static final int LONGEST = 2048;

	private final SigningKeys keys;

	private final Clock clock;

	private final JwtParser parser;

	private final Cache<String, AccessToken> verified = Caffeine.newBuilder()
		.maximumSize(20_000)
		.expireAfterWrite(LIFETIME)
		.build();

	public AccessTokens(SigningKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
		this.parser = Jwts.parser()
			.clock(() -> Date.from(clock.instant()))
			.requireIssuer(PARTY)
			.requireAudience(PARTY)
			.sig()
			.clear()
			.add(Jwts.SIG.EdDSA)
			.and()
			.keyLocator(trustedKey())
			.build();
	}

	public String issue(UUID userId, Role role, UUID sessionId) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		SigningKeys.SigningKey key = this.keys.current();
		return Jwts.builder()
			.header()
			.keyId(key.kid())
			.and()
			.issuer(PARTY)
			.audience()
			.add(PARTY)
			.and()
			.subject(userId.toString())
			.claim(SESSION, sessionId.toString())
			.claim(ROLE, role.name())
			.issuedAt(Date.from(now))
			.expiration(Date.from(now.plus(LIFETIME)))
			.signWith(key.privateKey(), Jwts.SIG.EdDSA)
			.compact();
	}

	/** Empty if it is not a token of ours or has expired. */
	public Optional<AccessToken> verify(String token) {
		if (token.length() > LONGEST) {
			return Optional.empty();
		}
		@Nullable AccessToken known = this.verified.getIfPresent(token);
		if (known == null) {
			known = parse(token);
			if (known == null) {
				return Optional.empty();
			}
			this.verified.put(token, known);
		}
		return known.expiresAt().isAfter(this.clock.instant()) ? Optional.of(known) : Optional.empty();
	}

	private @Nullable AccessToken parse(String token) {
		try {
			Jws<Claims> jws = this.parser.parseSignedClaims(token);
			Claims claims = jws.getPayload();
			return new AccessToken(Texts.uuid(claims.getSubject()), Texts.uuid(claims.get(SESSION, String.class)),
					Role.valueOf(claims.get(ROLE, String.class)), claims.getExpiration().toInstant());
		}
		catch (JwtException | IllegalArgumentException | NullPointerException ex) {
			return null;
		}
	}

	private Locator<Key> trustedKey() {
		return (header) -> {
			@Nullable Key key = (header instanceof JwsHeader jws && jws.getKeyId() != null)
					? this.keys.trusted().get(jws.getKeyId()) : null;
			if (key == null) {
				throw new UnsupportedJwtException("Not signed with a key of ours");
			}
			return key;
		};
	}

}
