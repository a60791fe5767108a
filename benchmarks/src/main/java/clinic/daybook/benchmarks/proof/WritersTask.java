package clinic.daybook.benchmarks.proof;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the writers of one process are to do.
 *
 * @param url of the database, as writers reach it
 * @param journals where they note what they were told
 * @param first the number of the first of them
 * @param count how many they are
 * @param skew the clock of the first writer of all is so much behind, that of the last so
 * much ahead, and the others are in between
 * @param ofAll how many there are in all processes
 * @param appends how many each makes at least; then it goes on until it is called off
 * @param patience how long an append may take
 */
record WritersTask(Contender contender, String url, Path journals, long seed, int first, int count, int ofAll,
		Duration skew, int appends, int streams, Duration patience) {

	String[] words() {
		return new String[] { this.contender.name(), this.url, this.journals.toString(), Long.toString(this.seed),
				Integer.toString(this.first), Integer.toString(this.count), Integer.toString(this.ofAll),
				this.skew.toString(), Integer.toString(this.appends), Integer.toString(this.streams),
				this.patience.toString() };
	}

	static WritersTask of(String[] words) {
		return new WritersTask(Contender.valueOf(words[0]), words[1], Path.of(words[2]), Long.parseLong(words[3]),
				Integer.parseInt(words[4]), Integer.parseInt(words[5]), Integer.parseInt(words[6]),
				Duration.parse(words[7]), Integer.parseInt(words[8]), Integer.parseInt(words[9]),
				Duration.parse(words[10]));
	}

	Duration clockOffset(int writer) {
		return (this.ofAll < 2) ? Duration.ZERO
				: this.skew.multipliedBy(2L * writer).dividedBy(this.ofAll - 1).minus(this.skew);
	}

}
