package clinic.daybook.app.startup;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.PortInUseException;

import static org.assertj.core.api.Assertions.assertThat;

class OneLineFailureTest {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final OneLineFailure failure = new OneLineFailure(
			new PrintStream(this.bytes, true, StandardCharsets.UTF_8));

	@Test
	void namesTheTakenPortAndTheSetting() {
		assertThat(this.failure.reportException(new IllegalStateException(new PortInUseException(8080)))).isTrue();
		assertThat(said()).isEqualTo("Daybook can't start: port 8080 is taken by another program; "
				+ "stop it or choose another port with SERVER_PORT.");
	}

	@Test
	void saysWhyItRefused() {
		assertThat(this.failure.reportException(new RuntimeException(new StartupRefused("because.")))).isTrue();
		assertThat(said()).isEqualTo("Daybook can't start: because.");
	}

	@Test
	void passesOnWhatASideRefused() {
		assertThat(this.failure.reportException(new clinic.daybook.people.StartupRefused("no secret."))).isTrue();
		assertThat(said()).isEqualTo("Daybook can't start: no secret.");
	}

	@Test
	void leavesAllElseToOthers() {
		assertThat(this.failure.reportException(new IllegalStateException("a bug"))).isFalse();
		assertThat(said()).isEmpty();
	}

	private String said() {
		return this.bytes.toString(StandardCharsets.UTF_8).strip();
	}

}
