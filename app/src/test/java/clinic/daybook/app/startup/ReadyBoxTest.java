package clinic.daybook.app.startup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import clinic.daybook.api.users.Role;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadyBoxTest {

	private static final List<DemoAccount> ACCOUNTS = List.of(
			new DemoAccount(Role.ADMIN, "admin@daybook.example", "pass"),
			new DemoAccount(Role.RECEPTION, "desk@daybook.example", "word"));

	@Test
	void saysWhereToGoAndWhoToBe() {
		List<String> lines = ReadyBox.lines("http://localhost:4711", ACCOUNTS, Duration.ofMillis(4249));
		assertThat(Frame.TYPED.around(lines)).isEqualTo("""
				+--------------------------------------------------------------+
				| Daybook is ready, 4.2 s after its launch                     |
				|                                                              |
				| Swagger UI   http://localhost:4711/docs                      |
				| API root     http://localhost:4711/                          |
				| Health       http://localhost:4711/actuator/health/readiness |
				|                                                              |
				| Demo accounts (role, e-mail, password)                       |
				| ADMIN        admin@daybook.example  pass                     |
				| RECEPTION    desk@daybook.example   word                     |
				+--------------------------------------------------------------+""");
	}

	@Test
	void namesNoAccountsOutsideTheDemo() {
		assertThat(ReadyBox.lines("http://localhost:4711", List.of(), Duration.ofSeconds(4)))
			.noneMatch((line) -> line.contains("password"))
			.hasSize(5);
	}

	@Test
	void drawsWhatTheTerminalCanShow() {
		assertThat(Frame.thatFits(StandardCharsets.UTF_8)).isEqualTo(Frame.DRAWN);
		assertThat(Frame.thatFits(StandardCharsets.US_ASCII)).isEqualTo(Frame.TYPED);
	}

}
