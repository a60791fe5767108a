package clinic.daybook.web;

import java.security.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public keys (RFC 8037), for whoever wants to check our tokens without asking us.
 */
@RestController
@Hidden
class KeySet {

	private static final int RAW_LENGTH = 32;

	private final SigningKeys keys;

	KeySet(SigningKeys keys) {
		this.keys = keys;
	}

	@GetMapping("/.well-known/jwks.json")
	ResponseEntity<Jwks> jwks() {
		List<Jwk> all = this.keys.trusted().entrySet().stream().map(KeySet::jwk).toList();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
			.body(new Jwks(all));
	}

	private static Jwk jwk(Map.Entry<String, PublicKey> key) {
		byte[] encoded = key.getValue().getEncoded();
		byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_LENGTH, encoded.length);
		return new Jwk("OKP", "Ed25519", "sig", "EdDSA", key.getKey(),
				Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
	}

	record Jwks(List<Jwk> keys) {
	}

	record Jwk(String kty, String crv, String use, String alg, String kid, String x) {
	}

}
