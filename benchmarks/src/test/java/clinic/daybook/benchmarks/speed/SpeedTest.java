package clinic.daybook.benchmarks.speed;

import java.nio.file.Path;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.proof.Report;
import clinic.daybook.benchmarks.proof.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each run in its smallest form does what it measures. How fast is nobody's business
 * here.
 */
@DisabledOnOs(OS.WINDOWS)
class SpeedTest {

	@Test
	void whatIsReplayedIsWhatIsWritten() throws Exception {
		Path folder = Servers.folder("replay-in-short");
		try (Postgres postgres = Servers.in(folder)) {
			assertThat(new ReplayRun(2_000, postgres, new Report(System.out, folder)).run()).isTrue();
		}
	}

	@Test
	void whatIsAppendedIsSeenBesideAndApart() throws Exception {
		Path folder = Servers.folder("latency-in-short");
		try (Postgres postgres = Servers.in(folder)) {
			assertThat(new LatencyRun(10, postgres, folder, new Report(System.out, folder)).run()).isTrue();
		}
	}

	@Test
	void whatIsBookedIsInTheBookOnce() throws Exception {
		Path folder = Servers.folder("booking-in-short");
		try (Postgres postgres = Servers.in(folder)) {
			postgres.createDatabase("daybook");
			try (Application application = Application.start(Application.COMMAND_SIDE, postgres.url("daybook"))) {
				assertThat(new BookingRun(4, 3_000, application, postgres, new Report(System.out, folder)).run())
					.isTrue();
			}
		}
	}

}
