package clinic.daybook.benchmarks.proof;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of it.
 *
 * @param silences from each blow until every caller had been acknowledged again
 */
record KillResult(Findings findings, long events, Tally tally, List<Duration> silences) {

	void printTo(Report report) {
		report.line(Contender.DAYBOOK.label() + "  " + this.findings);
		report.line("           %,d events; %s".formatted(this.events, this.tally));
		report.line("           killed %d times, and every caller was acknowledged again after %s s".formatted(
				this.silences.size(),
				this.silences.stream()
					.map((silence) -> "%.1f".formatted(silence.toMillis() / 1000.0))
					.collect(Collectors.joining(", "))));
	}

}
