package clinic.daybook.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A refusal, which has to keep a form of its own whatever it is about. */
public final class Problem {

	private static final Pattern INTERNALS = Pattern.compile(
			"(?i)\\bat [\\w.$]+\\(|\\w+Exception\\b|\\b(java|jakarta|javax|org|com|tools|clinic)\\.[a-z]\\w*\\.\\w+"
					+ "|\\bselect\\b.+\\bfrom\\b|\\binsert into\\b|\\bupdate\\b.+\\bset\\b|\\bdelete from\\b"
					+ "|SQLState|\\bSQL\\b|\\bpostgres|\\bhibernate|\\bjackson\\b|\\baxon\\b|\\btomcat\\b|\\bspring\\b");

	private final Daybook daybook;

	private final Answer answer;

	Problem(Daybook daybook, Answer answer) {
		this.daybook = daybook;
		this.answer = answer;
	}

	Problem check(String path) {
		assertThat(this.answer.contentType()).as(this.answer::toString).startsWith("application/problem+json");
		for (String member : List.of("type", "title", "detail", "instance", "code", "traceId")) {
			assertThat(this.answer.text(member)).as(() -> member + " of " + this.answer).isNotBlank();
		}
		JsonNode status = this.answer.node("status");
		assertThat(status.isInt() ? status.intValue() : -1).as(this.answer::toString).isEqualTo(this.answer.status());
		assertThat(this.answer.text("instance")).as(this.answer::toString).isEqualTo(path);
		assertThat(INTERNALS.matcher(this.answer.body()).find()).as(() -> "shows its insides: " + this.answer)
			.isFalse();
		if (this.answer.status() == 401) {
			assertThat(this.answer.header("WWW-Authenticate")).startsWith("Bearer");
		}
		typeIsExplained();
		return this;
	}

	private void typeIsExplained() {
		String type = this.answer.text("type");
		if (this.daybook.isNewType(type)) {
			URI page = this.daybook.base().resolve(type);
			assertThat(page.getAuthority()).as("the page explaining a problem is our own")
				.isEqualTo(this.daybook.base().getAuthority());
			Answer explanation = this.daybook.anyone().with("Accept", "text/html").get(page.getPath()).is(200);
			assertThat(explanation.contentType()).startsWith("text/html");
			assertThat(explanation.body()).contains(code());
		}
	}

	Problem hasCode(String code) {
		assertThat(code()).as(this.answer::toString).isEqualTo(code);
		return this;
	}

	public Problem names(String field) {
		assertThat(blamed()).as(this.answer::toString).contains(field);
		return this;
	}

	private List<String> blamed() {
		List<String> fields = new ArrayList<>();
		for (JsonNode error : this.answer.node("errors").values()) {
			assertThat(error.propertyNames()).as(this.answer::toString).containsExactlyInAnyOrder("field", "message");
			assertThat(error.get("message").stringValue()).as(this.answer::toString).isNotBlank();
			fields.add(error.get("field").stringValue());
		}
		return fields;
	}

	public String code() {
		return this.answer.text("code");
	}

	/** What is wrong, in words. */
	public String detail() {
		return this.answer.text("detail");
	}

	/** The starts a refusal about a slot offers instead. */
	public List<String> nextFreeStarts() {
		List<String> starts = new ArrayList<>();
		for (JsonNode slot : this.answer.node("nextFreeSlots").values()) {
			assertThat(slot.propertyNames()).containsExactlyInAnyOrder("doctorId", "start", "end");
			starts.add(slot.get("start").stringValue());
		}
		return starts;
	}

	public Answer answer() {
		return this.answer;
	}

}
