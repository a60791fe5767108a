package clinic.daybook.book;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.minute;
import static clinic.daybook.book.TestBook.note;
import static org.assertj.core.api.Assertions.assertThat;

class LagsTest {

	private static final Instant NOW = minute(60);

	@AutoClose
	private final TestBook book = new TestBook();

	private final Lags lags = new Lags(this.book.database);

	private final TokenStore tokens = BookTokenStore.on(this.book.database, "node");

	@BeforeEach
	void fourEventsAreRecordedOneAMinute() {
		for (int sequence = 0; sequence < 4; sequence++) {
			this.book.append(event("l-1", sequence, note("n"), minute(sequence)));
		}
	}

	@Test
	void withoutProcessorsThereIsNone() {
		assertThat(this.tokens.retrieveStorageIdentifier()).isPresent();

		assertThat(this.lags.at(NOW)).isEmpty();
	}

	@Test
	void whoHasProcessedAllIsNotBehind() {
		processor("p", at(4));

		assertThat(this.lags.at(NOW)).containsExactly(new Lag("p", 4, 4, Duration.ZERO));
		assertThat(lag().events()).isZero();
		assertThat(lag().seconds()).isZero();
	}

	@Test
	void secondsAreTheAgeOfTheOldestEventThatWaits() {
		processor("p", at(1));

		assertThat(lag()).isEqualTo(new Lag("p", 1, 4, Duration.ofMinutes(59)));
		assertThat(lag().events()).isEqualTo(3);
		assertThat(lag().seconds()).isEqualTo(59 * 60);
	}

	@Test
	void eachProcessorHasItsOwn() {
		processor("slow", at(0));
		processor("fast", at(3));

		assertThat(this.lags.at(NOW)).containsExactly(new Lag("fast", 3, 4, Duration.ofMinutes(57)),
				new Lag("slow", 0, 4, Duration.ofMinutes(60)));
	}

	@Test
	void itsSlowestSegmentDecides() {
		processor("p", at(4), at(2), at(3));

		assertThat(lag().position()).isEqualTo(2);
	}

	@Test
	void whoHasNotBegunHasAllBefore() {
		processor("p", (TrackingToken) null);

		assertThat(lag()).isEqualTo(new Lag("p", 0, 4, Duration.ofMinutes(60)));
	}

	@Test
	void inAReplayItIsWhereTheReplayIs() {
		processor("p", ReplayToken.createReplayToken(at(4)));
		assertThat(lag().events()).isEqualTo(4);

		this.tokens.storeToken(ReplayToken.createReplayToken(at(4), at(3)), "p", 0);
		assertThat(lag()).isEqualTo(new Lag("p", 3, 4, Duration.ofMinutes(57)));
	}

	@Test
	void aTokenThatDoesNotTellIsNowhere() {
		processor("merging", MergedTrackingToken.merged(at(2), at(4)));
		processor("of another store", new GapAwareTrackingToken(3, List.of(2L)));

		assertThat(this.lags.at(NOW)).extracting(Lag::events).containsExactly(4L, 4L);
	}

	@Test
	void anEventOfAClockAheadOfOursHasNotWaitedYet() {
		processor("p", at(3));

		assertThat(this.lags.at(minute(2))).containsExactly(new Lag("p", 3, 4, Duration.ZERO));
	}

	@Test
	void anEmptyBookLeavesNobodyBehind() {
		try (TestBook empty = new TestBook()) {
			BookTokenStore.on(empty.database, "node").initializeTokenSegments("p", 1, null);

			assertThat(new Lags(empty.database).at(NOW)).containsExactly(new Lag("p", 0, 0, Duration.ZERO));
		}
	}

	private Lag lag() {
		return this.lags.at(NOW).getFirst();
	}

	private void processor(String name, @Nullable TrackingToken... segments) {
		this.tokens.initializeTokenSegments(name, segments.length, null);
		for (int segment = 0; segment < segments.length; segment++) {
			this.tokens.fetchToken(name, segment);
			if (segments[segment] != null) {
				this.tokens.storeToken(segments[segment], name, segment);
			}
		}
	}

	private static TrackingToken at(long position) {
		return new GlobalSequenceTrackingToken(position);
	}

}
