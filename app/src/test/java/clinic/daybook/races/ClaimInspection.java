package clinic.daybook.races;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the claims are exactly those that the events imply. */
record ClaimInspection(JdbcClient sql, CalendarHistory history, Instant now) {

	private static final Duration A_HOLD_IS_REMEMBERED = Duration.ofHours(24);

	void findsNothingWrong() {
		Differences.none("claims at " + this.now, claimed(),
				Stream.of(memberHours(), appointments(), places(), holds()).flatMap((rows) -> rows).toList());
	}

	private List<String> claimed() {
		return this.sql.sql("""
				select kind, key, lower(during) as starts, upper(during) as ends, value, expires_at
				from book.claim
				where kind in ('member-hour', 'appointment', 'member-hold', 'hold')
				  and (expires_at is null or expires_at > :now)
				""").param("now", this.now.atOffset(ZoneOffset.UTC)).query((row, number) -> {
			@Nullable OffsetDateTime starts = row.getObject("starts", OffsetDateTime.class);
			@Nullable OffsetDateTime ends = row.getObject("ends", OffsetDateTime.class);
			@Nullable OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
			return claim(row.getString("kind"), row.getString("key"),
					(starts != null && ends != null) ? starts.toInstant() + "/" + ends.toInstant() : "",
					row.getString("value"), (expires != null) ? expires.toInstant() : null);
		}).list();
	}

	private Stream<String> memberHours() {
		return Stream
			.concat(this.history.standing().map(StoredAppointment::stay),
					this.history.holdsLiveAt(this.now).map(StoredHold::stay))
			.map((stay) -> claim("member-hour", stay.memberId(), stay.start() + "/" + stay.end(), stay.id(),
					stay.until()));
	}

	/** An appointment is to be found for ever, in one schedule. */
	private Stream<String> appointments() {
		return this.history.appointments()
			.map(StoredAppointment::stay)
			.map((stay) -> claim("appointment", stay.id(), "", stay.doctorId() + " " + stay.memberId(), null));
	}

	private Stream<String> places() {
		return this.history.holdsLiveAt(this.now)
			.map((held) -> claim("member-hold", held.stay().memberId() + " " + held.place(), "", held.stay().id(),
					held.expiresAt()));
	}

	/** A hold is to be found for a day, whatever became of it. */
	private Stream<String> holds() {
		return this.history.holds()
			.filter((held) -> this.now.isBefore(held.expiresAt().plus(A_HOLD_IS_REMEMBERED)))
			.map((held) -> claim("hold", held.stay().id(), "", held.stay().doctorId() + " " + held.stay().memberId(),
					held.expiresAt().plus(A_HOLD_IS_REMEMBERED)));
	}

	private static String claim(String kind, String key, String during, String value, @Nullable Instant expiresAt) {
		return String.join(" ", kind, key, during, value, "until " + expiresAt);
	}

}
