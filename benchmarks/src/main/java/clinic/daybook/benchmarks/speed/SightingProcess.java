package clinic.daybook.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;

import clinic.daybook.benchmarks.proof.Child;
import clinic.daybook.benchmarks.proof.Pools;
import clinic.daybook.book.BookEventStore;
import com.zaxxer.hikari.HikariDataSource;

/** A reader in a process of its own, which tells in the end when it saw what. */
final class SightingProcess {

	private SightingProcess() {
	}

	public static void main(String[] words) throws IOException {
		Sightings sightings = new Sightings();
		try (HikariDataSource pool = Pools.to(words[1], 5); BookEventStore book = LatencyRun.book(pool, words[1])) {
			PooledReader reader = PooledReader.start(words[0], book, pool, sightings);
			Child.awaitCall();
			reader.close();
		}
		sightings.writeTo(Path.of(words[2]));
	}

}
