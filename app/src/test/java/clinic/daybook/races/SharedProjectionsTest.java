package clinic.daybook.races;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;

import clinic.daybook.book.Lag;
import clinic.daybook.book.Lags;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.ServerProcess;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** Servers come and go, and somebody keeps every read model, whatever happens. */
class SharedProjectionsTest {

	private static final Duration GENEROUS = Duration.ofMinutes(2);

	@AutoClose
	private final Daybook first = Daybook.alone();

	private final JdbcClient sql = JdbcClient.create(this.first.database());

	private final Doctor doctor = this.first.clinic().doctor().opens(MONDAY, "09:00", "12:00", 30);

	private final OffsetDateTime nine = this.doctor.at(this.doctor.next(MONDAY), "09:00");

	private final Member member = this.first.clinic().member();

	@Test
	void whoJoinsTakesItsShareAndWhoLeavesHandsItOver() {
		busyUntil(this::oneHasAll);
		try (Daybook second = this.first.another()) {
			busyUntil(this::twoHaveHalfEach);
			nothingIsMissed();
			this.member.at(second).cancels(this.member.hasBooked(this.doctor, this.nine)).is(200);
		}
		busyUntil(this::oneHasAll);
		nothingIsMissed();
	}

	@Test
	void whoFreezesIsReplacedAndSpoilsNothingWhenItThaws() {
		try (ServerProcess second = this.first.anotherProcess()) {
			busyUntil(this::twoHaveHalfEach);
			second.freezes();
			busyUntil(this::oneHasAll);
			nothingIsMissed();

			second.thaws();
			busyUntil(this::twoHaveHalfEach);
			nothingIsMissed();
		}
	}

	@Test
	void whoIsKilledIsReplaced() {
		try (ServerProcess second = this.first.anotherProcess()) {
			busyUntil(this::twoHaveHalfEach);
			second.dies();
			busyUntil(this::oneHasAll);
			nothingIsMissed();
		}
	}

	/** Events keep coming, as positions change hands. */
	private void busyUntil(BooleanSupplier settled) {
		Awaitility.await().atMost(GENEROUS).until(() -> {
			this.member.cancels(this.member.hasBooked(this.doctor, this.nine)).is(200);
			return settled.getAsBoolean();
		});
	}

	private boolean oneHasAll() {
		return shares().size() == 1;
	}

	private boolean twoHaveHalfEach() {
		List<Long> shares = shares();
		return shares.size() == 2 && shares.getLast() - shares.getFirst() <= 1;
	}

	/** The smallest first; a projection that nobody has counts as somebody's. */
	private List<Long> shares() {
		return this.sql.sql("""
				select count(*) from book.token_entry
				where processor_name <> '__config'
				group by owner
				order by 1
				""").query(Long.class).list();
	}

	private void nothingIsMissed() {
		String id = this.member.hasBooked(this.doctor, this.nine);
		Lags lags = new Lags(this.first.database());
		Awaitility.await()
			.atMost(GENEROUS)
			.untilAsserted(
					() -> assertThat(lags.at(Instant.EPOCH)).isNotEmpty().extracting(Lag::events).containsOnly(0L));

		assertThat(this.member.reads(id).is(200).text("status")).isEqualTo("BOOKED");
		assertThat(this.doctor.freeOn(this.nine.toLocalDate())).hasSize(5);
		new BookInspection(this.first).findsNothingWrong();
		this.first.anyone().get("/actuator/health").is(200);
		this.member.cancels(id).is(200);
	}

}
