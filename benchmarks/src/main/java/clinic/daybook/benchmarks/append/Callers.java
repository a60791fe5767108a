package clinic.daybook.benchmarks.append;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers as a server has them: threads that cost nothing and wait for their answers. */
final class Callers {

	private Callers() {
	}

	static Turn call(Appending appending, Workload workload, AppendSettings settings) throws InterruptedException {
		long start = System.nanoTime();
		long countedFrom = start + settings.warmUp().toNanos();
		long end = countedFrom + settings.counted().toNanos();
		long all = 0;
		long counted = 0;
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Tally>> calls = new ArrayList<>();
			for (int caller = 1; caller <= workload.callers(); caller++) {
				String stream = "visit-" + caller;
				calls.add(threads.submit(() -> append(appending, stream, countedFrom, end)));
			}
			for (Future<Tally> call : calls) {
				Tally tally = call.get();
				all += tally.all;
				counted += tally.counted;
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("An append failed", ex.getCause());
		}
		return new Turn(all, perSecond(counted, settings.counted()));
	}

	static double perSecond(long count, Duration time) {
		return 1e9 * count / time.toNanos();
	}

	private static Tally append(Appending appending, String stream, long countedFrom, long end) throws SQLException {
		long counted = 0;
		for (long sequence = 0;; sequence++) {
			if (System.nanoTime() >= end) {
				return new Tally(sequence, counted);
			}
			appending.append(Visit.booked(stream, sequence));
			long now = System.nanoTime();
			if (now >= countedFrom && now < end) {
				counted++;
			}
		}
	}

	private record Tally(long all, long counted) {
	}

}
