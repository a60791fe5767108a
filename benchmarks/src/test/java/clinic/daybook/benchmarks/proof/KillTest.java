package clinic.daybook.benchmarks.proof;

import java.nio.file.Path;

import clinic.daybook.benchmarks.postgres.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** One blow to the whole server and one to a process in the middle of an append. */
@DisabledOnOs(OS.WINDOWS)
class KillTest {

	@Test
	void whatWasAcknowledgedIsThereAndEveryCallerGoesOn() throws Exception {
		Path folder = Servers.folder("kill-in-short");
		try (Postgres postgres = Servers.in(folder)) {
			KillResult result = new KillRun(KillSettings.SHORT, postgres, folder).run();

			result.printTo(new Report(System.out, folder));
			assertThat(result.findings().counts()).allSatisfy((what, count) -> assertThat(count).isZero());
			assertThat(result.silences()).hasSize(KillSettings.SHORT.rounds());
		}
	}

}
