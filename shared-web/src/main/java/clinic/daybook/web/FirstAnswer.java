package clinic.daybook.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** What a request was answered with, as far as every later answer to it is the same. */
@SuppressWarnings("ArrayRecordComponent") // Carried, never compared
record FirstAnswer(int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {

	private static final List<String> HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG,
			ConsistencyToken.HEADER);

	static FirstAnswer of(ContentCachingResponseWrapper response) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : HEADERS) {
			@Nullable String value = response.getHeader(name);
			if (value != null) {
				headers.put(name, value);
			}
		}
		return new FirstAnswer(response.getStatus(), response.getContentType(), headers,
				response.getContentAsByteArray());
	}

	static FirstAnswer of(byte[] json) {
		return JsonMapper.shared().readValue(json, FirstAnswer.class);
	}

	byte[] json() {
		return JsonMapper.shared().writeValueAsBytes(this);
	}

	/** Where in the book the reader finds what the request has written, if it did. */
	@Nullable String consistencyToken() {
		return this.headers.get(ConsistencyToken.HEADER);
	}

	void writeTo(HttpServletResponse response) throws IOException {
		response.setStatus(this.status);
		this.headers.forEach(response::setHeader);
		response.setContentType(this.contentType);
		response.getOutputStream().write(this.body);
	}

}
