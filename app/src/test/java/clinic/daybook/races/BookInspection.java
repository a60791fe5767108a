package clinic.daybook.races;

import java.time.Instant;
import java.util.List;

import clinic.daybook.book.Lag;
import clinic.daybook.book.Lags;
import clinic.daybook.testing.Daybook;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks into the book itself, and compares it with all that is derived from it. */
final class BookInspection {

	private final Daybook daybook;

	private final JdbcClient sql;

	BookInspection(Daybook daybook) {
		this.daybook = daybook;
		this.sql = JdbcClient.create(daybook.database());
	}

	void findsNothingWrong() {
		positionsHaveNoGaps();
		sequencesHaveNoGaps();
		timesDoNotRunBackwards();
		accountsAreThoseOfTheBook();
		CalendarHistory history = CalendarHistory.of(Recorded.in(this.sql));
		assertThat(history.faults()).isEmpty();
		Instant now = this.daybook.clinic().now();
		new ClaimInspection(this.sql, history, now).findsNothingWrong();
		readersAreAtTheEnd();
		new ReadModelInspection(this.sql, history, now).findsNothingWrong();
	}

	private void positionsHaveNoGaps() {
		assertThat(this.sql.sql("select position from book.event order by position").query(Long.class).list())
			.satisfies((positions) -> assertThat(positions.getLast() - positions.getFirst() + 1)
				.isEqualTo(positions.size()));
		assertThat(this.sql.sql("select position from book.head").query(Long.class).single())
			.isEqualTo(this.sql.sql("select max(position) from book.event").query(Long.class).single());
	}

	private void sequencesHaveNoGaps() {
		assertThat(this.sql.sql("""
				select stream from book.event
				group by stream
				having count(*) <> max(sequence) - min(sequence) + 1 or min(sequence) > 1
				""").query(String.class).list()).as("streams with gaps").isEmpty();
		assertThat(this.sql.sql("""
				select stream from (
				  select stream, sequence, lag(sequence) over (partition by stream order by position) as before
				  from book.event) as step
				where before is not null and sequence <> before + 1
				""").query(String.class).list()).as("streams out of order").isEmpty();
	}

	private void timesDoNotRunBackwards() {
		assertThat(this.sql.sql("""
				select stream from (
				  select stream, at, lag(at) over (partition by stream order by sequence) as before
				  from book.event) as step
				where at < before
				""").query(String.class).list()).as("streams whose time runs backwards").isEmpty();
	}

	/** Onboarding and registering write both, or nothing. */
	private void accountsAreThoseOfTheBook() {
		assertThat(this.sql.sql("select 'user-' || id from people.account order by 1").query(String.class).list())
			.isEqualTo(streamsWith("UserRegistered"));
		assertThat(
				this.sql.sql("select 'doctor-' || doctor_id from people.account where doctor_id is not null order by 1")
					.query(String.class)
					.list())
			.isEqualTo(streamsWith("DoctorOnboarded"));
		assertThat(streamsWith("ScheduleOpened")).hasSameSizeAs(streamsWith("DoctorOnboarded"));
	}

	private List<String> streamsWith(String type) {
		return this.sql.sql("select stream from book.event where type = :type order by 1")
			.param("type", type)
			.query(String.class)
			.list();
	}

	long events(String stream, String type) {
		return this.sql.sql("select count(*) from book.event where stream = :stream and type = :type")
			.param("stream", stream)
			.param("type", type)
			.query(Long.class)
			.single();
	}

	/** A writer waits for them, but not for ever. */
	private void readersAreAtTheEnd() {
		Lags lags = new Lags(this.daybook.database());
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(lags.at(Instant.EPOCH)).isNotEmpty().extracting(Lag::events).containsOnly(0L));
	}

}
