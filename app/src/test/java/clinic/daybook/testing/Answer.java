package clinic.daybook.testing;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** What the server said, and what a test expects of it. */
public final class Answer {

	private final Daybook daybook;

	private final String method;

	private final String path;

	private final @Nullable Object sent;

	private final HttpResponse<String> response;

	Answer(Daybook daybook, String method, String path, @Nullable Object sent, HttpResponse<String> response) {
		this.daybook = daybook;
		this.method = method;
		this.path = path;
		this.sent = sent;
		this.response = response;
	}

	public Answer is(int status) {
		assertThat(status()).as(this::toString).isEqualTo(status);
		return this;
	}

	/** For input no contract speaks of: refuse it or take it, but don't fall over. */
	public Answer isNoFault() {
		assertThat(status()).as(this::toString).isBetween(200, 499);
		return (status() >= 400) ? problem(status()).answer() : this;
	}

	public Problem problem(int status, String code) {
		return problem(status).hasCode(code);
	}

	public Problem problem(int status) {
		is(status);
		return new Problem(this.daybook, this).check(pathWithoutQuery());
	}

	/** Refused with 400, and the field or parameter to blame is named. */
	public Problem blames(String field) {
		return problem(400, "invalid-request").names(field);
	}

	public int status() {
		return this.response.statusCode();
	}

	public String body() {
		return this.response.body();
	}

	public JsonNode json() {
		try {
			return Json.read(body());
		}
		catch (JacksonException ex) {
			return fail("not JSON: " + this, ex);
		}
	}

	/** A value by the names that lead to it: {@code text("cancellation", "by")}. */
	public String text(String... names) {
		JsonNode node = node(names);
		assertThat(node.isString()).as(() -> String.join("/", names) + " is text in " + this).isTrue();
		return node.stringValue();
	}

	public JsonNode node(String... names) {
		JsonNode node = json();
		for (String name : names) {
			assertThat(node.has(name)).as(() -> String.join("/", names) + " is in " + this).isTrue();
			node = node.get(name);
		}
		return node;
	}

	/** A list's items. */
	public List<JsonNode> items() {
		return List.copyOf(node("items").values());
	}

	public Answer hasExactly(String... names) {
		return hasExactly(Set.of(names));
	}

	private Answer hasExactly(Collection<String> names) {
		assertThat(json().propertyNames()).as(this::toString).containsExactlyInAnyOrderElementsOf(names);
		return this;
	}

	public @Nullable String headerOrNull(String name) {
		return this.response.headers().firstValue(name).orElse(null);
	}

	public String header(String name) {
		String value = headerOrNull(name);
		assertThat(value).as(() -> name + " is a header of " + this).isNotBlank();
		return String.valueOf(value);
	}

	public String contentType() {
		return header("Content-Type");
	}

	private String pathWithoutQuery() {
		int query = this.path.indexOf('?');
		return (query < 0) ? this.path : this.path.substring(0, query);
	}

	@Override
	public String toString() {
		return this.method + " " + this.path + ((this.sent != null) ? " " + this.sent : "") + "\n-> " + status() + " "
				+ this.response.headers().map() + "\n" + body() + "\n";
	}

}
