package clinic.daybook.matrix;

import java.util.List;
import java.util.Map;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Visitor;
import org.jspecify.annotations.Nullable;

/** What is filled into a call: ids into its path, parameters, a body, a header. */
record Request(List<String> ids, String query, @Nullable Object body, Map<String, String> headers) {

	static Request plain() {
		return new Request(List.of(), "", null, Map.of());
	}

	static Request to(String... ids) {
		return new Request(List.of(ids), "", null, Map.of());
	}

	static Request of(Map<String, @Nullable Object> body) {
		return plain().sending(body);
	}

	Request insteadTo(String... others) {
		return new Request(List.of(others), this.query, this.body, this.headers);
	}

	/** With parameters more: {@code "from=2026-12-01&to=2026-12-02"}. */
	Request asking(String parameters) {
		return new Request(this.ids, this.query.isEmpty() ? "?" + parameters : this.query + "&" + parameters, this.body,
				this.headers);
	}

	Request askingOnly(String parameters) {
		return new Request(this.ids, "?" + parameters, this.body, this.headers);
	}

	/** A String goes as it is. */
	Request sending(Object otherBody) {
		return new Request(this.ids, this.query, otherBody, this.headers);
	}

	/** With one field more, or another value for it. */
	Request with(String field, @Nullable Object value) {
		return sending(Json.with(fields(), field, value));
	}

	Request without(String field) {
		return sending(Json.without(fields(), field));
	}

	Request saying(String header, String value) {
		return new Request(this.ids, this.query, this.body, Map.of(header, value));
	}

	Answer sent(Call call, Visitor by) {
		Visitor visitor = by;
		for (Map.Entry<String, String> header : this.headers.entrySet()) {
			visitor = visitor.with(header.getKey(), header.getValue());
		}
		return visitor.send(call.method(), call.pathTo(this.ids) + this.query, this.body);
	}

	@SuppressWarnings("unchecked")
	private Map<String, @Nullable Object> fields() {
		return (this.body != null) ? (Map<String, @Nullable Object>) this.body : Map.of();
	}

}
