package clinic.daybook.web;

import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.spec.SecretKeySpec;

import clinic.daybook.api.users.Role;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static clinic.daybook.web.TestServer.CLOCK;
import static clinic.daybook.web.TestServer.KEYS;
import static clinic.daybook.web.TestServer.get;
import static clinic.daybook.web.TestServer.getAs;
import static clinic.daybook.web.TestServer.postAs;
import static clinic.daybook.web.TestServer.tokenFor;
import static org.assertj.core.api.Assertions.assertThat;

/** Who gets in. */
class AccessTest {

	private static final String PUBLIC = "/api/doctors/018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10";

	@Test
	void publicAddressesNeedNoToken() {
		assertThat(get(PUBLIC).ok().path("caller").asString()).isEqualTo("nobody");
		assertThat(getAs(Role.DOCTOR, PUBLIC).ok().path("caller").asString()).isEqualTo("DOCTOR");
	}

	@Test
	void allOthersDo() {
		var answer = get("/api/things/times");
		answer.problem(ProblemCode.UNAUTHENTICATED);
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
		TestServer.call("POST", "/admin/things", "{").problem(ProblemCode.UNAUTHENTICATED);
	}

	@Test
	void theWrongRoleIsForbiddenWhateverTheBody() {
		postAs(Role.MEMBER, "/admin/things", "{nonsense").problem(ProblemCode.FORBIDDEN);
		postAs(Role.MEMBER, "/admin/things?colour=red", "{}").problem(ProblemCode.FORBIDDEN);
		postAs(Role.ADMIN, "/admin/things", "{\"flag\":true}").ok();
	}

	@Test
	void aTokenOfOursIsGoodForFifteenMinutesAndNotALittleLonger() {
		String token = tokenFor(Role.MEMBER);
		get("/api/things/times", "Authorization", "Bearer " + token).ok();
		get("/api/things/times", "Authorization", "bearer " + token).ok();
		CLOCK.advance(Duration.ofMinutes(15).minusSeconds(1));
		get("/api/things/times", "Authorization", "Bearer " + token).ok();
		CLOCK.advance(Duration.ofSeconds(1));
		refused(token);
	}

	@Test
	void anEndedSessionEndsAtOnce() {
		UUID session = UUID.randomUUID();
		String token = TestServer.bean(AccessTokens.class).issue(UUID.randomUUID(), Role.MEMBER, session);
		get("/api/things/times", "Authorization", "Bearer " + token).ok();
		TestServer.ENDED_SESSIONS.add(session);
		refused(token);
	}

	@Test
	void aSignatureIsCheckedOnce() {
		String token = tokenFor(Role.MEMBER);
		AccessTokens tokens = TestServer.bean(AccessTokens.class);
		int before = KEYS.lookups;
		for (int i = 0; i < 5; i++) {
			assertThat(tokens.verify(token)).isPresent();
		}
		assertThat(KEYS.lookups - before).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer ...", "Token x" })
	void otherAuthorizationsAreRefusedOnPublicAddressesToo(String authorization) {
		var answer = get(PUBLIC, "Authorization", authorization);
		answer.problem(ProblemCode.UNAUTHENTICATED);
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
	}

	@Test
	void whoeverLeavesNeedsNoGoodToken() {
		String path = "/auth/logout";
		assertThat(TestServer.call("POST", path, "{}", "Authorization", "Bearer x").ok().path("caller").asString())
			.isEqualTo("nobody");
		assertThat(postAs(Role.DOCTOR, path, "{}").ok().path("caller").asString()).isEqualTo("DOCTOR");
		TestServer.call("POST", path + "/everybody", "{}", "Authorization", "Bearer x")
			.problem(ProblemCode.UNAUTHENTICATED);
	}

	@Test
	void aTemporaryPasswordOpensOnlyWhatIsMarked() {
		UUID user = UUID.randomUUID();
		TestServer.TEMPORARY_PASSWORDS.add(user);
		String bearer = "Bearer " + TestServer.bean(AccessTokens.class).issue(user, Role.MEMBER, UUID.randomUUID());
		for (String path : List.of("/api/things/times", PUBLIC, "/problems/forbidden")) {
			assertThat(get(path, "Authorization", bearer).problem(ProblemCode.FORBIDDEN).path("detail").asString())
				.as(path)
				.contains("/auth/password");
		}
		TestServer.call("POST", "/admin/things", "{", "Authorization", bearer).problem(ProblemCode.FORBIDDEN);
		TestServer.call("POST", "/auth/logout", "{}", "Authorization", bearer).ok();
		get("/api/nowhere", "Authorization", bearer).problem(ProblemCode.NOT_FOUND);
		TestServer.TEMPORARY_PASSWORDS.remove(user);
		get("/api/things/times", "Authorization", bearer).ok();
	}

	@Test
	void forgedTokensAreRefused() {
		accepted(token().signWith(KEYS.pair.getPrivate(), Jwts.SIG.EdDSA).compact());
		refused(token().compact());
		refused(token().signWith(new SecretKeySpec(KEYS.pair.getPublic().getEncoded(), "HmacSHA256"), Jwts.SIG.HS256)
			.compact());
		refused(token().signWith(TestKeys.generate("Ed25519").getPrivate(), Jwts.SIG.EdDSA).compact());
		KeyPair rsa = TestKeys.generate("RSA");
		refused(token().signWith(rsa.getPrivate(), Jwts.SIG.RS256).compact());
		refused(signed(token().header().keyId("other").and()));
		refused(signed(token().issuer("somebody")));
		refused(signed(withoutAudience().audience().add("others").and()));
		refused(signed(withoutAudience()));
		refused(signed(token().expiration(Date.from(CLOCK.instant()))));
		refused(signed(token().expiration(null)));
		refused(signed(token().claim("role", "KING")));
		refused(signed(token().claim("role", null)));
		refused(signed(token().subject("x")));
		refused(signed(token().claim("sid", null)));
		refused(signed(token().notBefore(Date.from(CLOCK.instant().plusSeconds(60)))));
	}

	@Test
	void aTokenChangedAnywhereIsRefused() {
		String good = signed(token());
		String[] parts = good.split("\\.");
		String payload = new String(Base64.getUrlDecoder().decode(parts[1])).replace("MEMBER", "ADMIN");
		refused(parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes()) + "."
				+ parts[2]);
		refused(parts[0] + "." + parts[1] + ".");
		refused(good + "x".repeat(5000));
		accepted(good);
	}

	@Test
	void thePublicKeyIsPublished() {
		var keys = get("/.well-known/jwks.json").ok().path("keys");
		assertThat(keys.size()).isEqualTo(1);
		assertThat(keys.path(0).path("kty").asString()).isEqualTo("OKP");
		assertThat(keys.path(0).path("crv").asString()).isEqualTo("Ed25519");
		assertThat(keys.path(0).path("kid").asString()).isEqualTo(TestKeys.KID);
		assertThat(Base64.getUrlDecoder().decode(keys.path(0).path("x").asString())).hasSize(32)
			.isEqualTo(Arrays.copyOfRange(KEYS.pair.getPublic().getEncoded(), 12, 44));
		assertThat(keys.path(0).has("d")).isFalse();
	}

	private static JwtBuilder withoutAudience() {
		return Jwts.builder()
			.header()
			.keyId(TestKeys.KID)
			.and()
			.issuer("daybook")
			.subject(UUID.randomUUID().toString())
			.claims(Map.of("sid", UUID.randomUUID().toString(), "role", "MEMBER"))
			.expiration(Date.from(CLOCK.instant().plusSeconds(60)));
	}

	private static JwtBuilder token() {
		return withoutAudience().audience().add("daybook").and();
	}

	private static String signed(JwtBuilder builder) {
		return builder.signWith(KEYS.pair.getPrivate(), Jwts.SIG.EdDSA).compact();
	}

	private static void accepted(String token) {
		get("/api/things/times", "Authorization", "Bearer " + token).ok();
	}

	private static void refused(String token) {
		get("/api/things/times", "Authorization", "Bearer " + token).problem(ProblemCode.UNAUTHENTICATED);
	}

}
