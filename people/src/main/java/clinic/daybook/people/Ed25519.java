package clinic.daybook.people;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Ed25519 keys in and out of the forms they are kept in. */
final class Ed25519 {

	private static final String NAME = "Ed25519";

	private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

	private Ed25519() {
	}

	static KeyPair generate() throws GeneralSecurityException {
		return KeyPairGenerator.getInstance(NAME).generateKeyPair();
	}

	/** From PKCS#8, as PEM or as the bare Base64 of it. */
	static KeyPair parse(String text) throws GeneralSecurityException {
		String base64 = text.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("(\\\\n|\\s)", "");
		PrivateKey privateKey = privateKey(Base64.getDecoder().decode(base64));
		return new KeyPair(publicKeyOf(privateKey), privateKey);
	}

	static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
		return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
	}

	static PublicKey publicKey(byte[] x509) throws GeneralSecurityException {
		return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(x509));
	}

	/**
	 * RFC 7638: the key's own fingerprint, so that the same key has the same name
	 * anywhere.
	 */
	static String kid(PublicKey key) throws GeneralSecurityException {
		byte[] encoded = key.getEncoded();
		String x = base64Url(encoded, X509_HEAD.length);
		String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
		return base64Url(MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(US_ASCII)), 0);
	}

	private static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
		if (!(key instanceof EdECPrivateKey edwards) || edwards.getBytes().isEmpty()
				|| !NamedParameterSpec.ED25519.getName().equals(edwards.getParams().getName())) {
			throw new GeneralSecurityException("Not an Ed25519 key");
		}
		byte[] raw = new Ed25519PrivateKeyParameters(edwards.getBytes().get()).generatePublicKey().getEncoded();
		byte[] x509 = new byte[X509_HEAD.length + raw.length];
		System.arraycopy(X509_HEAD, 0, x509, 0, X509_HEAD.length);
		System.arraycopy(raw, 0, x509, X509_HEAD.length, raw.length);
		return publicKey(x509);
	}

	private static String base64Url(byte[] bytes, int from) {
		byte[] part = Arrays.copyOfRange(bytes, from, bytes.length);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
	}

}
