package clinic.daybook.web;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Map;

/** A key pair made for the test, with a count of how often it was looked for. */
final class TestKeys implements SigningKeys {

	static final String KID = "test";

	final KeyPair pair = generate("Ed25519");

	int lookups;

	static KeyPair generate(String algorithm) {
		try {
			return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public SigningKey current() {
		return new SigningKey(KID, this.pair.getPrivate());
	}

	@Override
	public Map<String, PublicKey> trusted() {
		this.lookups++;
		return Map.of(KID, this.pair.getPublic());
	}

}
