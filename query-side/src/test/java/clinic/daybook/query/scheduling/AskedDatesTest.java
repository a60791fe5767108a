package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.web.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AskedDatesTest {

	private static final LocalDate TODAY = LocalDate.parse("2026-10-24");

	@Test
	void unlessNamedTheyBeginTodayAndNeverEnd() {
		AskedDates dates = AskedDates.endless(null, null, TODAY);

		assertThat(dates.refuseIfEmpty().first()).isEqualTo(TODAY);
		assertThat(dates.last()).isAfter(LocalDate.parse("9998-12-31"));
		assertThat(AskedDates.endless(TODAY.minusDays(900), TODAY.plusDays(900), TODAY).refuseIfEmpty())
			.isEqualTo(new AskedDates(TODAY.minusDays(900), TODAY.plusDays(900)));
	}

	@Test
	void anEndBeforeTheBeginningIsRefusedBeThatTodayOrNamed() {
		AskedDates yesterday = AskedDates.endless(null, TODAY.minusDays(1), TODAY);
		AskedDates backwards = AskedDates.endless(TODAY.plusDays(2), TODAY.plusDays(1), TODAY);

		assertThatExceptionOfType(ProblemException.class).isThrownBy(yesterday::refuseIfEmpty);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(backwards::refuseIfEmpty);
	}

	@Test
	void bothDatesAreIncludedAndADayMayHaveTwentyFiveHours() {
		assertThat(new AskedDates(TODAY, TODAY.plusDays(1)).in(ZoneId.of("Europe/Berlin")))
			.isEqualTo(new Interval(Instant.parse("2026-10-23T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")));
	}

}
