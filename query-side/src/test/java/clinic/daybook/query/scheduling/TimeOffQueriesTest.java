package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.web.Cursor;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimeOffQueriesTest {

	private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

	private static final LocalDate DATE = LocalDate.parse("2026-12-01");

	private static final Instant MIDNIGHT = DATE.atStartOfDay(KATHMANDU).toInstant();

	private static final UUID DOCTOR = UUID.randomUUID();

	private final JdbcClient jdbc = JdbcClient.create(PostgresForTests.emptyDatabase());

	private final ClinicRows rows = new ClinicRows(this.jdbc);

	private final TimeOffQueries queries = new TimeOffQueries(this.jdbc);

	@Test
	void whatOverlapsTheDatesIsListedByStart() {
		TimeOffRow second = taken(MIDNIGHT.plusSeconds(86399), Duration.ofDays(9));
		TimeOffRow first = taken(MIDNIGHT.minusSeconds(3600), Duration.ofSeconds(3601));
		taken(MIDNIGHT.minusSeconds(3600), Duration.ofSeconds(3600));
		taken(MIDNIGHT.plusSeconds(86400), Duration.ofHours(1));

		assertThat(list(DATE, DATE)).containsExactly(first, second);
	}

	@Test
	void withoutAnEndItGoesOnForEver() {
		TimeOffRow far = taken(Instant.parse("9998-12-31T12:00:00Z"), Duration.ofHours(1));

		assertThat(list(DATE, null)).containsExactly(far);
	}

	@Test
	void nothingWithdrawnAndNothingOfOthersIsListed() {
		TimeOffRow row = taken(MIDNIGHT, Duration.ofHours(1));
		this.rows.timeOff(row.asWithdrawn(),
				TimeOffRow.of(UUID.randomUUID(), new TimeOff(UUID.randomUUID(), row.interval(), null)));

		assertThat(list(DATE, DATE)).isEmpty();
	}

	@Test
	void pagesMissNothingWhereSeveralStartAtOnceAndMoreIsTakenMeanwhile() {
		List<TimeOffRow> all = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			all.add(taken(MIDNIGHT, Duration.ofHours(1 + i)));
		}
		List<TimeOffRow> read = new ArrayList<>();
		@Nullable String next = null;
		do {
			Page<TimeOffRow> page = this.queries.list(DOCTOR, new AskedDates(DATE, DATE).in(KATHMANDU),
					new Limits(3, next));
			read.addAll(page.items());
			next = page.next();
			taken(MIDNIGHT.minusSeconds(1), Duration.ofHours(1));
		}
		while (next != null);

		assertThat(read).containsExactlyInAnyOrderElementsOf(all);
	}

	@Test
	void aCursorOfAnotherListIsRefused() {
		String other = Cursor.encode("extra-hours", MIDNIGHT.toString(), UUID.randomUUID().toString());

		assertThatExceptionOfType(ProblemException.class).isThrownBy(
				() -> this.queries.list(DOCTOR, new AskedDates(DATE, DATE).in(KATHMANDU), new Limits(20, other)));
	}

	private List<TimeOffRow> list(LocalDate from, @Nullable LocalDate to) {
		Page<TimeOffRow> page = this.queries.list(DOCTOR, AskedDates.endless(from, to, from).in(KATHMANDU),
				new Limits(20, null));
		assertThat(page.next()).isNull();
		return page.items();
	}

	private TimeOffRow taken(Instant start, Duration length) {
		TimeOffRow row = TimeOffRow.of(DOCTOR, new TimeOff(UUID.randomUUID(), Interval.of(start, length), "v1.sealed"));
		this.rows.timeOff(row);
		return row;
	}

}
