package clinic.daybook.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers reads that have a tag: whoever has what it stands for gets a 304. */
public final class IfNoneMatch {

	private IfNoneMatch() {
	}

	/**
	 * The answer with its tag. Where the header lists tags, Spring compares them with it
	 * and leaves the body out; only {@code *}, which is met by whatever there is, it
	 * heeds in writes alone (RFC 9110, 13.1.2).
	 * @param tag without its quotes
	 * @param keeping who may keep the answer
	 */
	public static <T> ResponseEntity<T> answer(@Nullable String header, String tag, CacheControl keeping, T body) {
		HttpStatus status = (header != null && header.strip().equals("*")) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK;
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(tag).cacheControl(keeping);
		return (status == HttpStatus.OK) ? answer.body(body) : answer.build();
	}

}
