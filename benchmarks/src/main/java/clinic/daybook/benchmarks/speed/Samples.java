package clinic.daybook.benchmarks.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured, one duration after the other. */
final class Samples {

	private static final double NANOS_OF_A_MILLISECOND = 1e6;

	private final List<Duration> durations = new ArrayList<>();

	void add(Duration duration) {
		this.durations.add(duration);
	}

	double medianMillis() {
		return quantileMillis(0.5);
	}

	/** The shortest within which that part of all had ended. */
	double quantileMillis(double part) {
		List<Duration> sorted = new ArrayList<>(this.durations);
		Collections.sort(sorted);
		int rank = (int) Math.ceil(part * sorted.size());
		return sorted.get(Math.max(rank, 1) - 1).toNanos() / NANOS_OF_A_MILLISECOND;
	}

	@Override
	public String toString() {
		return "median %.2f ms, p95 %.2f ms, max %.2f ms".formatted(medianMillis(), quantileMillis(0.95),
				quantileMillis(1));
	}

}
