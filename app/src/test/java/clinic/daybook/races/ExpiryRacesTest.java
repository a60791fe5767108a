package clinic.daybook.races;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clock passes the end of a hold while one uses it and another wants the hour. Until
 * a server has noticed, the time is not the same at both.
 */
class ExpiryRacesTest {

	private static final Daybook A = Daybook.alone();

	private static final Daybook B = A.another();

	private final Clinic clinic = A.clinic();

	/**
	 * The last first: each hands the stamping of events back to whoever had it before.
	 */
	@AfterAll
	static void close() {
		B.close();
		A.close();
	}

	@AfterEach
	void theBookIsWhole() {
		new BookInspection(A).findsNothingWrong();
	}

	@Test
	void aSlotIsBookedByItsHolderOrByAnother() {
		atTheLastMoment((rival, grid, hour) -> rival.books(grid.doctor(), hour));
	}

	@Test
	void aSlotIsBookedByItsHolderOrHeldByAnother() {
		atTheLastMoment((rival, grid, hour) -> Deeds.holds(rival, grid.doctor(), hour));
	}

	/** At most one of them gets it; if neither does, the other can from then on. */
	private void atTheLastMoment(Wish wish) {
		Grid grid = Grid.of(this.clinic);
		Rounds.of((round) -> {
			OffsetDateTime hour = grid.hour(round);
			Member holder = this.clinic.member().at(server(round));
			Member rival = this.clinic.member().at(server(round + 1));
			Answer held = Deeds.holds(holder, grid.doctor(), hour).is(201);

			Finish finish = Finish.of(List.of(() -> Deeds.confirms(holder, held.text("holdId")),
					() -> wish.of(rival, grid, hour), clockReaches(held)));

			finish.hears(0, "hold-expired", "slot-taken", "slot-held").hears(1, "slot-held", "slot-taken").hears(2);
			assertThat(finish.won(0) && finish.won(1)).as(finish::toString).isFalse();
			if (!finish.won(0)) {
				Deeds.confirms(holder, held.text("holdId")).problem(410, "hold-expired");
			}
			if (finish.winners().size() == 1) {
				wish.of(rival, grid, hour).is(201);
			}
		});
	}

	/** What the member held, they may want with another doctor instead. */
	@Test
	void aMemberIsInOnePlaceAtATime() {
		Grid x = Grid.of(this.clinic);
		Grid y = Grid.of(this.clinic);
		Rounds.of((round) -> {
			OffsetDateTime hour = x.hour(round);
			Member member = this.clinic.member();
			Answer held = Deeds.holds(member.at(server(round)), x.doctor(), hour).is(201);

			Finish finish = Finish.of(List.of(() -> Deeds.confirms(member.at(server(round)), held.text("holdId")),
					() -> member.at(server(round + 1)).books(y.doctor(), hour), clockReaches(held)));

			finish.hears(0, "hold-expired", "member-busy").hears(1, "member-busy").hears(2);
			assertThat(finish.won(0) && finish.won(1)).as(finish::toString).isFalse();
			if (finish.winners().size() == 1) {
				member.at(server(round)).books(y.doctor(), hour).is(201);
			}
		});
	}

	/** A fourth hold finds a place as soon as one of three is over or used. */
	@Test
	void aMemberHoldsThree() {
		List<Grid> grids = IntStream.range(0, 4).mapToObj((number) -> Grid.of(this.clinic)).toList();
		Rounds.of((round) -> {
			Member member = this.clinic.member();
			List<Answer> held = IntStream.range(0, 3)
				.mapToObj((number) -> Deeds
					.holds(member.at(server(number)), grids.get(number).doctor(),
							grids.get(number).hour(4 * round + number))
					.is(201))
				.toList();
			OffsetDateTime fourth = grids.get(3).hour(4 * round + 3);

			Finish finish = Finish
				.of(List.of(() -> Deeds.confirms(member.at(server(round)), held.getFirst().text("holdId")),
						() -> Deeds.holds(member.at(server(round + 1)), grids.get(3).doctor(), fourth),
						clockReaches(held.getFirst())));

			finish.hears(0, "hold-expired").hears(1, "limit-reached").hears(2);
			if (!finish.won(1)) {
				Deeds.holds(member.at(server(round)), grids.get(3).doctor(), fourth).is(201);
			}
		});
	}

	/**
	 * The servers share a process here, and with it what stamps events: the clock of the
	 * one that started last. So it is that one which is moved.
	 */
	private static Callable<Answer> clockReaches(Answer held) {
		Visitor admin = A.clinic().admin().as().at(B);
		return () -> admin.post("/demo/clock", Json.body("now", held.text("expiresAt")));
	}

	private static Daybook server(int number) {
		return (number % 2 == 0) ? A : B;
	}

	@FunctionalInterface
	private interface Wish {

		Answer of(Member rival, Grid grid, OffsetDateTime hour);

	}

}
