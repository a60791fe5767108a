package clinic.daybook.web;

import clinic.daybook.api.users.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static clinic.daybook.web.TestServer.get;
import static clinic.daybook.web.TestServer.getAs;
import static org.assertj.core.api.Assertions.assertThat;

/** Tokens that reads bring back, and ids that requests are followed by. */
class ConsistencyTest {

	@Test
	void aWriteHandsOutATokenThatAReadIsServedFor() {
		String token = getAs(Role.MEMBER, "/api/things/written").header("Consistency-Token");
		assertThat(token).matches("[A-Za-z0-9_-]+");
		get("/api/doctors", "Consistency-Token", token).ok();
	}

	@Test
	void aReadThatCannotBeServedInTimeSaysWhenToComeBack() {
		var answer = get("/api/doctors", "Consistency-Token", ConsistencyToken.of(TestServer.CAUGHT_UP_TO + 1));
		answer.problem(ProblemCode.UNAVAILABLE);
		assertThat(answer.header("Retry-After")).isEqualTo("1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "12", "@", "cHg", "cC0x", "cDk5OTk5OTk5OTk5OTk5OTk5OTk5" })
	void otherTokensAreRefused(String token) {
		assertThat(get("/api/doctors", "Consistency-Token", token).invalidField()).isEqualTo("Consistency-Token");
	}

	@Test
	void aRequestKeepsTheTraceItCameWith() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		var answer = get("/api/things/trace", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01", "Authorization",
				"Bearer " + TestServer.tokenFor(Role.MEMBER));
		assertThat(answer.response().body()).isEqualTo(trace);
		assertThat(answer.header("X-Trace-Id")).isEqualTo(trace);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more" })
	void aTraceThatIsNoneIsReplaced(String traceparent) {
		assertThat(get("/api/doctors", "traceparent", traceparent).header("X-Trace-Id")).matches("[0-9a-f]{32}")
			.isNotIn("4bf92f3577b34da6a3ce929d0e0e4736", "0".repeat(32));
	}

}
