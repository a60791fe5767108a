package clinic.daybook.races;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks into the book itself, and compares it with what the clinic says of itself. */
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
		List<Booking> live = liveBookings();
		nobodyIsBookedTwiceAtATime(live);
		claimsAreThoseOfLiveBookings(live);
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

	private static void nobodyIsBookedTwiceAtATime(List<Booking> live) {
		for (Booking one : live) {
			assertThat(live).as("overlaps " + one)
				.noneMatch((other) -> other != one && other.overlaps(one)
						&& (other.doctorId.equals(one.doctorId) || other.memberId.equals(one.memberId)));
		}
	}

	/**
	 * Whatever a claim's kind and key are called: there is one per live booking, no more.
	 */
	private void claimsAreThoseOfLiveBookings(List<Booking> live) {
		List<String> claimed = this.sql
			.sql("select lower(during) as starts, upper(during) as ends from book.claim where during is not null")
			.query((row, number) -> row.getObject("starts", OffsetDateTime.class).toInstant() + "/"
					+ row.getObject("ends", OffsetDateTime.class).toInstant())
			.list();

		assertThat(claimed)
			.containsExactlyInAnyOrderElementsOf(live.stream().map((one) -> one.start + "/" + one.end).toList());
	}

	private List<Booking> liveBookings() {
		Staff admin = this.daybook.clinic().admin();
		List<Booking> live = new ArrayList<>();
		String after = "";
		while (true) {
			Answer page = admin.get("/api/appointments?status=BOOKED&limit=100" + after).is(200);
			page.items().forEach((item) -> live.add(Booking.of(item)));
			if (page.node("next").isNull()) {
				return live;
			}
			after = "&after=" + page.text("next");
		}
	}

	private record Booking(String doctorId, String memberId, Instant start, Instant end) {

		static Booking of(JsonNode item) {
			return new Booking(item.get("doctorId").stringValue(), item.get("memberId").stringValue(),
					OffsetDateTime.parse(item.get("start").stringValue()).toInstant(),
					OffsetDateTime.parse(item.get("end").stringValue()).toInstant());
		}

		boolean overlaps(Booking other) {
			return this.start.isBefore(other.end) && other.start.isBefore(this.end);
		}

	}

}
