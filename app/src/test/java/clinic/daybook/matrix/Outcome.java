package clinic.daybook.matrix;

import java.util.Map;

import clinic.daybook.testing.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request has to come to: a status, and a code if it is refused. */
record Outcome(int status, String code) {

	private static final Map<Integer, String> GENERAL = Map.of(400, "invalid-request", 401, "unauthenticated", 403,
			"forbidden", 404, "not-found", 405, "method-not-allowed", 412, "precondition-failed");

	Outcome {
		if (status >= 400 && code.isEmpty()) {
			throw new IllegalArgumentException(status + " can mean many things; which code?");
		}
		if (status < 400 && !code.isEmpty()) {
			throw new IllegalArgumentException(status + " has no code");
		}
	}

	/** {@code "201"}, {@code "404"} with the general code, {@code "409 slot-taken"}. */
	static Outcome of(String text) {
		String[] parts = text.trim().split(" ");
		int status = Integer.parseInt(parts[0]);
		return new Outcome(status, (parts.length > 1) ? parts[1] : GENERAL.getOrDefault(status, ""));
	}

	boolean isRefusal() {
		return this.status >= 400;
	}

	void isOf(Answer answer) {
		if (isRefusal()) {
			answer.problem(this.status, this.code);
			return;
		}
		answer.is(this.status);
		if (this.status == 201) {
			answer.header("Location");
		}
		if (this.status == 204 || this.status == 304) {
			assertThat(answer.body()).as(answer::toString).isEmpty();
		}
	}

	@Override
	public String toString() {
		return isRefusal() ? this.status + " " + this.code : String.valueOf(this.status);
	}

}
