package clinic.daybook.benchmarks.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A check that finds nothing is worth something only if it can. */
class ChecksTest {

	private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

	private final List<WrittenEvent> written = new ArrayList<>(List.of(event(1, "a"), event(2, "b"), event(3, "c")));

	@Test
	void nothingIsFoundWhereAllIsWell() {
		assertThat(seen("a", "b", "c").isClean()).isTrue();
		assertThat(asked(attempt(0, Answer.ACKNOWLEDGED, "a", "b"), attempt(1, Answer.STALE, "x"),
				attempt(1, Answer.UNKNOWN, "c"), attempt(2, Answer.UNKNOWN, "y", "z"))
			.isClean()).isTrue();
	}

	@Test
	void whatAReaderMissesIsFound() {
		assertThat(seen("a", "c").toString()).isEqualTo("missed=1 duplicates=0 disorder=0 phantoms=0");
	}

	@Test
	void whatAReaderSeesTwiceIsFound() {
		assertThat(seen("a", "b", "b", "c").count("duplicates")).isEqualTo(1);
	}

	@Test
	void whatAReaderSeesTooLateIsFound() {
		assertThat(seen("a", "c", "b").count("disorder")).isEqualTo(1);
	}

	@Test
	void whatOnlyAReaderSawIsFound() {
		assertThat(seen("a", "b", "c", "d").count("phantoms")).isEqualTo(1);
	}

	@Test
	void whatWasAcknowledgedAndIsNotThereIsFound() {
		assertThat(askedBeside(attempt(1, Answer.ACKNOWLEDGED, "x")).count("lost")).isEqualTo(1);
	}

	@Test
	void whatIsThereInPartIsFoundWhateverItsWriterWasTold() {
		for (Answer answer : List.of(Answer.ACKNOWLEDGED, Answer.UNKNOWN)) {
			assertThat(asked(attempt(0, answer, "a", "b", "c", "d")).count("halves")).isEqualTo(1);
		}
	}

	@Test
	void whatWasRefusedAndIsThereIsFound() {
		for (Answer answer : List.of(Answer.STALE, Answer.CLAIMED, Answer.UNAVAILABLE, Answer.ROLLED_BACK)) {
			assertThat(asked(attempt(0, answer, "a", "b", "c")).count("phantoms")).isEqualTo(1);
		}
	}

	@Test
	void whatNobodyAskedForIsFound() {
		assertThat(asked(attempt(0, Answer.ACKNOWLEDGED, "a", "b")).count("phantoms")).isEqualTo(1);
	}

	@Test
	void oneAppendThatIsWrittenByTwoTriesIsFound() {
		assertThat(
				asked(attempt(0, Answer.UNKNOWN, "a", "b"), attempt(0, Answer.ACKNOWLEDGED, "c")).count("duplicates"))
			.isEqualTo(1);
	}

	private Findings seen(String... events) {
		return new ReaderCheck(this.written, List.of(events)).findings();
	}

	private Findings askedBeside(Journal.Attempt attempt) {
		return asked(attempt(0, Answer.ACKNOWLEDGED, "a", "b", "c"), attempt);
	}

	private Findings asked(Journal.Attempt... attempts) {
		return new AppendCheck(this.written, Arrays.asList(attempts)).findings();
	}

	private static Journal.Attempt attempt(int number, Answer answer, String... events) {
		return new Journal.Attempt("writer-0", number, List.of(events), answer, 0);
	}

	private static WrittenEvent event(long position, String id) {
		return new WrittenEvent(position, id, "stream-1", position - 1, NINE);
	}

}
