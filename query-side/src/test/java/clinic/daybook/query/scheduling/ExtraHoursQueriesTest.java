package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.projection.Rows;
import clinic.daybook.web.Cursor;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExtraHoursQueriesTest {

	private static final LocalDate DATE = LocalDate.parse("2026-12-05");

	private static final UUID DOCTOR = UUID.randomUUID();

	private final JdbcClient jdbc = JdbcClient.create(PostgresForTests.emptyDatabase());

	private final ClinicRows rows = new ClinicRows(this.jdbc);

	private final ExtraHoursQueries queries = new ExtraHoursQueries(this.jdbc,
			new ExtraHoursProjection(this.jdbc, new Rows()));

	@Test
	void thoseOfTheDatesAreListedByDate() {
		ExtraHoursRow last = opened(DATE.plusDays(2));
		ExtraHoursRow first = opened(DATE);
		opened(DATE.minusDays(1));
		ExtraHoursRow later = opened(DATE.plusDays(3));

		assertThat(list(DATE, DATE.plusDays(2))).containsExactly(first, last);
		assertThat(list(DATE, null)).containsExactly(first, last, later);
	}

	@Test
	void nothingWithdrawnAndNothingOfOthersIsListed() {
		this.rows.extraHours(opened(DATE).asWithdrawn(), ExtraHoursRow.of(UUID.randomUUID(), extraHours(DATE)));

		assertThat(list(DATE, DATE)).isEmpty();
	}

	@Test
	void pagesMissNothingOfOneDate() {
		List<ExtraHoursRow> all = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			all.add(opened(DATE));
		}
		List<ExtraHoursRow> read = new ArrayList<>();
		@Nullable String next = null;
		do {
			Page<ExtraHoursRow> page = this.queries.list(DOCTOR, new AskedDates(DATE, DATE), new Limits(3, next));
			read.addAll(page.items());
			next = page.next();
		}
		while (next != null);

		assertThat(read).containsExactlyInAnyOrderElementsOf(all);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-12-5", "-999999999-01-01", "+12026-01-01", "soon", "" })
	void aPlaceThatIsNoDateIsRefused(String date) {
		String after = Cursor.encode("extra-hours", date, UUID.randomUUID().toString());

		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.queries.list(DOCTOR, new AskedDates(DATE, DATE), new Limits(20, after)));
	}

	private List<ExtraHoursRow> list(LocalDate from, @Nullable LocalDate to) {
		Page<ExtraHoursRow> page = this.queries.list(DOCTOR, AskedDates.endless(from, to, from), new Limits(20, null));
		assertThat(page.next()).isNull();
		return page.items();
	}

	private ExtraHoursRow opened(LocalDate date) {
		ExtraHoursRow row = ExtraHoursRow.of(DOCTOR, extraHours(date));
		this.rows.extraHours(row);
		return row;
	}

	private static ExtraHours extraHours(LocalDate date) {
		return new ExtraHours(UUID.randomUUID(), date, List.of(new Window(LocalTime.of(9, 0), LocalTime.of(12, 0))),
				30);
	}

}
