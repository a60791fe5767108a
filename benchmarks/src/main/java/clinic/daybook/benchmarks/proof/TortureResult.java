package clinic.daybook.benchmarks.proof;

import java.time.Duration;
import java.util.Map;

/**
 * What came of it.
 *
 * @param findings what is wrong, the readers' added up
 * @param events how many are written
 * @param happened how often what went wrong
 */
record TortureResult(Findings findings, long events, Tally tally, Map<Trouble, Integer> happened, Duration took) {

	void printTo(Report report, String label) {
		report.line(label + "  " + this.findings);
		report.line("           %,d events in %,d s; %s".formatted(this.events, this.took.toSeconds(), this.tally));
		report.line("           went wrong: " + Counts.inWords(this.happened));
	}

}
