package clinic.daybook.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A request no decent client would send, byte by byte. */
public record RawRequest(String head, String answer) {

	/** Lines without their ends; the connection is closed after the answer. */
	public static RawRequest send(Daybook daybook, String... lines) {
		String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), daybook.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			InputStream in = socket.getInputStream();
			return new RawRequest(head, new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new AssertionError("not answered: " + head, ex);
		}
	}

	/** A problem document even here, whatever its code. */
	public RawRequest isProblem(int... statuses) {
		assertThat(status()).as(this::toString).isIn(Arrays.stream(statuses).boxed().toList());
		String headers = this.answer.substring(0, this.answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
		assertThat(headers).as(this::toString).contains("content-type: application/problem+json");
		JsonNode problem = json();
		for (String member : List.of("type", "title", "status", "detail", "code", "traceId")) {
			assertThat(problem.has(member)).as(() -> member + " of " + this).isTrue();
		}
		assertThat(this.answer).as(this::toString)
			.doesNotContainIgnoringCase("<html")
			.doesNotContainIgnoringCase("tomcat")
			.doesNotContain("Exception");
		return this;
	}

	private JsonNode json() {
		int start = this.answer.indexOf('{');
		int end = this.answer.lastIndexOf('}');
		assertThat(start).as(this::toString).isNotNegative();
		return Json.read(this.answer.substring(start, end + 1));
	}

	public int status() {
		return Integer.parseInt(this.answer.split(" ", 3)[1]);
	}

}
