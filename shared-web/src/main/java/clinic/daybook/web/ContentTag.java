package clinic.daybook.web;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * A tag for answers that no version counts, since time alone changes them: a hash of the
 * JSON that is sent, so that it changes when that does and not otherwise.
 */
@Component
public class ContentTag {

	private final JsonMapper json;

	ContentTag(JsonMapper json) {
		this.json = json;
	}

	/** Without quotes. */
	public String of(Object answer) {
		MessageDigest hash = sha256();
		this.json.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), hash), answer);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
