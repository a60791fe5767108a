package clinic.daybook.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request whose body can be looked at before its endpoint reads it. */
final class RepeatableBody extends HttpServletRequestWrapper {

	private byte @Nullable [] body;

	RepeatableBody(HttpServletRequest request) {
		super(request);
	}

	/** The whole body; a 413 if it is larger than any may be. */
	byte[] bytes() {
		if (this.body == null) {
			this.body = read();
		}
		return this.body;
	}

	private byte[] read() {
		try {
			byte[] read = super.getInputStream().readNBytes(WebConfiguration.LARGEST_BODY + 1);
			if (read.length > WebConfiguration.LARGEST_BODY) {
				throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
			}
			return read;
		}
		catch (IOException ex) {
			throw ProblemException.invalid("body", "is not readable");
		}
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		return (this.body != null) ? new Again(this.body) : super.getInputStream();
	}

	@Override
	public BufferedReader getReader() throws IOException {
		@Nullable String encoding = getCharacterEncoding();
		return new BufferedReader(new InputStreamReader(getInputStream(),
				(encoding != null) ? Charset.forName(encoding) : StandardCharsets.UTF_8));
	}

	private static final class Again extends ServletInputStream {

		private final ByteArrayInputStream bytes;

		Again(byte[] bytes) {
			this.bytes = new ByteArrayInputStream(bytes);
		}

		@Override
		public int read() {
			return this.bytes.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			return this.bytes.read(target, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.bytes.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("All of it is here already");
		}

	}

}
