package clinic.daybook.http;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TokenTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Member member = this.clinic.member();

	private final String[] parts = this.member.as().token().split("\\.");

	@Test
	void withoutATokenNobodyIsAnybody() {
		this.clinic.anyone().get("/auth/me").problem(401, "unauthenticated");
		this.clinic.anyone().get("/api/appointments").problem(401, "unauthenticated");
		this.clinic.anyone().post("/api/appointments", "{}").problem(401, "unauthenticated");
	}

	@Test
	void thePublishedKeyIsTheOneThatSigns() throws GeneralSecurityException {
		JsonNode keys = this.clinic.anyone().get("/.well-known/jwks.json").is(200).node("keys");
		assertThat(keys.size()).isPositive();
		String kid = header().get("kid").stringValue();

		JsonNode key = keys.values()
			.stream()
			.filter((candidate) -> kid.equals(candidate.get("kid").stringValue()))
			.findFirst()
			.orElseThrow();

		assertThat(key.has("d")).as("the private part").isFalse();
		assertThat(key.get("kty").stringValue()).isEqualTo("OKP");
		assertThat(key.get("crv").stringValue()).isEqualTo("Ed25519");
		Signature signature = Signature.getInstance("Ed25519");
		signature.initVerify(publicKey(key.get("x").stringValue()));
		signature.update((this.parts[0] + "." + this.parts[1]).getBytes(StandardCharsets.US_ASCII));
		assertThat(signature.verify(Base64.getUrlDecoder().decode(this.parts[2]))).isTrue();
	}

	@Test
	void anUnsignedTokenIsNone() {
		refused(encoded("{\"alg\":\"none\"}") + "." + this.parts[1] + ".");
		refused(this.parts[0] + "." + this.parts[1] + ".");
		refused(this.parts[0] + "." + this.parts[1]);
	}

	@Test
	void anAlteredTokenIsNone() {
		String admin = new String(Base64.getUrlDecoder().decode(this.parts[1]), StandardCharsets.UTF_8)
			.replace("MEMBER", "ADMIN");
		byte[] signature = Base64.getUrlDecoder().decode(this.parts[2]);
		signature[7] ^= 1;

		refused(this.parts[0] + "." + encoded(admin.replace("\"exp\":1", "\"exp\":9")) + "." + this.parts[2]);
		refused(this.parts[0] + "." + this.parts[1] + "." + encoded(signature));
	}

	@Test
	void aTokenSignedByAnotherKeyIsNone() throws GeneralSecurityException {
		PrivateKey other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
		Signature signature = Signature.getInstance("Ed25519");
		signature.initSign(other);
		signature.update((this.parts[0] + "." + this.parts[1]).getBytes(StandardCharsets.US_ASCII));

		refused(this.parts[0] + "." + this.parts[1] + "." + encoded(signature.sign()));
	}

	@Test
	void thePublicKeyIsNoSecretToSignWith() throws GeneralSecurityException {
		JsonNode key = this.clinic.anyone().get("/.well-known/jwks.json").is(200).node("keys").get(0);
		byte[] x = Base64.getUrlDecoder().decode(key.get("x").stringValue());
		String signed = encoded("{\"alg\":\"HS256\",\"kid\":\"" + key.get("kid").stringValue() + "\"}") + "."
				+ this.parts[1];
		for (byte[] secret : new byte[][] { x, publicKey(key.get("x").stringValue()).getEncoded() }) {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret, "HmacSHA256"));

			refused(signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))));
		}
	}

	@Test
	void whatIsNoTokenIsNone() {
		refused("x");
		refused("a.b.c");
		refused("....");
		refused("a".repeat(4000));
		this.clinic.anyone().with("Authorization", "Basic YWRtaW46YWRtaW4=").get("/auth/me").problem(401);
		this.clinic.anyone().with("Authorization", "Bearer").get("/auth/me").problem(401);
		this.clinic.anyone().with("Authorization", "Bearer ").get("/auth/me").problem(401);
	}

	@Test
	void aTokenInTheAddressIsNone() {
		assertThat(this.clinic.anyone().get("/auth/me?access_token=" + this.member.as().token()).status()).isIn(400,
				401);
	}

	private void refused(String token) {
		this.clinic.anyone().withToken(token).get("/auth/me").problem(401, "unauthenticated");
	}

	private JsonNode header() {
		String header = new String(Base64.getUrlDecoder().decode(this.parts[0]), StandardCharsets.UTF_8);
		return JsonMapper.shared().readTree(header);
	}

	private static PublicKey publicKey(String x) throws GeneralSecurityException {
		byte[] littleEndian = Base64.getUrlDecoder().decode(x);
		byte[] bytes = new byte[littleEndian.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = littleEndian[bytes.length - 1 - i];
		}
		boolean odd = (bytes[0] & 0x80) != 0;
		bytes[0] &= 0x7f;
		EdECPoint point = new EdECPoint(odd, new BigInteger(1, bytes));
		return KeyFactory.getInstance("Ed25519")
			.generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
	}

	private static String encoded(String text) {
		return encoded(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
