package clinic.daybook.benchmarks.proof;

import java.nio.file.Path;
import java.util.EnumSet;

import clinic.daybook.benchmarks.postgres.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** The torture in short: everything that can go wrong does so once, for a moment. */
@DisabledOnOs(OS.WINDOWS)
class TortureTest {

	@Test
	void whateverGoesWrongNothingIsSkippedLostOrDoubled() throws Exception {
		Path folder = Servers.folder("torture-in-short");
		try (Postgres postgres = Servers.in(folder)) {
			TortureResult result = Torture.run(Contender.DAYBOOK, TortureSettings.SHORT, postgres, folder,
					EnumSet.allOf(Trouble.class));

			result.printTo(new Report(System.out, folder), Contender.DAYBOOK.label());
			assertThat(result.findings().counts()).allSatisfy((what, count) -> assertThat(count).isZero());
			assertThat(result.happened()).containsOnlyKeys(Trouble.values());
			assertThat(result.tally().told()).containsKeys(Answer.ACKNOWLEDGED, Answer.STALE, Answer.CLAIMED,
					Answer.ROLLED_BACK);
		}
	}

}
