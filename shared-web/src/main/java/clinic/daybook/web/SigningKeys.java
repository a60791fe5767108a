package clinic.daybook.web;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;

/** The Ed25519 keys that access tokens are signed and checked with. */
public interface SigningKeys {

	SigningKey current();

	/** Public keys by kid, the current one included. */
	Map<String, PublicKey> trusted();

	record SigningKey(String kid, PrivateKey privateKey) {

		@Override
		public String toString() {
			return "SigningKey[kid=" + this.kid + "]";
		}

	}

}
