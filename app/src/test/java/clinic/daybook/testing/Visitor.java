package clinic.daybook.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever sends a request: to which server, with which headers. */
public record Visitor(Daybook daybook, Map<String, String> headers) {

	Visitor(Daybook daybook) {
		this(daybook, Map.of());
	}

	public Visitor withToken(String token) {
		return with("Authorization", "Bearer " + token);
	}

	public Visitor with(String header, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(header, value);
		return new Visitor(this.daybook, Map.copyOf(more));
	}

	/** The same visitor at another server. */
	public Visitor at(Daybook other) {
		return new Visitor(other, this.headers);
	}

	public String token() {
		return this.headers.getOrDefault("Authorization", "").replaceFirst("^Bearer ", "");
	}

	public Answer get(String path) {
		return send("GET", path, null);
	}

	public Answer head(String path) {
		return send("HEAD", path, null);
	}

	/** A list from its first page to its last. */
	public List<JsonNode> readsAll(String path) {
		return readsAll(path, (soFar) -> {
		});
	}

	/** The same while something happens between pages, which is told what was read. */
	public List<JsonNode> readsAll(String path, Consumer<List<JsonNode>> meanwhile) {
		String list = path + (path.contains("?") ? "&" : "?");
		List<JsonNode> items = new ArrayList<>();
		Answer page = get(path).is(200).hasExactly("items", "next");
		items.addAll(page.items());
		Set<String> cursors = new HashSet<>();
		while (!page.node("next").isNull()) {
			assertThat(cursors.add(page.text("next"))).as(page::toString).isTrue();
			assertThat(page.items()).as(page::toString).isNotEmpty();
			assertThat(page.text("next")).matches("[A-Za-z0-9_.~-]+");
			meanwhile.accept(List.copyOf(items));
			page = get(list + "after=" + page.text("next")).is(200);
			items.addAll(page.items());
		}
		return items;
	}

	public Answer delete(String path) {
		return send("DELETE", path, null);
	}

	public Answer post(String path, Object body) {
		return send("POST", path, body);
	}

	public Answer put(String path, Object body) {
		return send("PUT", path, body);
	}

	/** A String goes as it is, anything else as JSON. */
	public Answer send(String method, String path, @Nullable Object body) {
		URI uri = URI.create(this.daybook.base() + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
		if (body != null && !this.headers.containsKey("Content-Type")) {
			request.header("Content-Type", "application/json");
		}
		this.headers.forEach(request::header);
		request.method(method, publisher(body));
		try {
			HttpResponse<String> response = this.daybook.http().send(request.build(), BodyHandlers.ofString());
			this.daybook.judge(new Exchange(method, path, response.statusCode(), response.headers(), response.body()));
			return new Answer(this.daybook, method, path, body, response);
		}
		catch (IOException ex) {
			throw new AssertionError(method + " " + path + " was not answered", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(method + " " + path + " was interrupted", ex);
		}
	}

	private static BodyPublisher publisher(@Nullable Object body) {
		if (body == null) {
			return BodyPublishers.noBody();
		}
		return BodyPublishers.ofString((body instanceof String text) ? text : Json.write(body));
	}

}
