package clinic.daybook.races;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who want the same at the same moment, at two servers. Whatever they are told,
 * there is an order in which they could have come one after the other and been told the
 * same.
 */
class CalendarRacesTest {

	private final Daybook a = Daybook.pair().get(0);

	private final Daybook b = Daybook.pair().get(1);

	private final Clinic clinic = this.a.clinic();

	@AfterEach
	void theBookIsWhole() {
		new BookInspection(this.a).findsNothingWrong();
	}

	/** And as soon as it is given up at one server, it can be held at the other. */
	@Test
	void aSlotIsHeldByOne() {
		Grid grid = Grid.of(this.clinic);
		List<Member> members = members(2);
		Rounds.of((round) -> {
			OffsetDateTime hour = grid.hour(round);
			List<Member> here = members.stream().map((each) -> each.at(server(members.indexOf(each) + round))).toList();

			Finish finish = Finish.of(List.of(() -> Deeds.holds(here.get(0), grid.doctor(), hour),
					() -> Deeds.holds(here.get(1), grid.doctor(), hour)));

			int winner = finish.losersHear("slot-held").winner();
			// Every other time it is replaced by what its member holds next.
			if (round % 2 == 0) {
				Deeds.givesUp(here.get(winner), finish.answer(winner).text("holdId")).is(204);
				Deeds.holds(here.get(1 - winner), grid.doctor(), hour).is(201);
			}
		});
	}

	@Test
	void aSlotIsHeldByOneOrBookedByTheOther() {
		Grid grid = Grid.of(this.clinic);
		Member holder = this.clinic.member();
		Member booker = this.clinic.member();
		Rounds.of((round) -> {
			OffsetDateTime hour = grid.hour(round);

			Finish finish = Finish.of(List.of(() -> Deeds.holds(holder.at(server(round)), grid.doctor(), hour),
					() -> booker.at(server(round + 1)).books(grid.doctor(), hour)));

			finish.hears(0, "slot-taken").hears(1, "slot-held").hasWinners(1);
			if (finish.won(0)) {
				Deeds.confirms(holder.at(server(round + 1)), finish.answer(0).text("holdId")).is(201);
				booker.at(server(round)).books(grid.doctor(), hour).problem(409, "slot-taken");
			}
		});
	}

	/** Used, given up or replaced: one of them, once. */
	@Test
	void aHoldEndsOnce() {
		Grid grid = Grid.of(this.clinic);
		Member member = this.clinic.member();
		Rounds.of((round) -> {
			OffsetDateTime hour = grid.hour(round);
			String hold = Deeds.hasHeld(member.at(server(round)), grid.doctor(), hour);

			Finish finish = Finish.of(List.of(() -> Deeds.confirms(member.at(this.a), hold),
					() -> Deeds.confirms(member.at(this.b), hold),
					() -> Deeds.givesUp(member.at(server(round + 1)), hold)));

			finish.losersHear("wrong-state").hasWinners(1);
			assertThat(free(grid.doctor(), hour)).isEqualTo(finish.won(2));
		});
	}

	/** One of six gets it, and the others keep what they have. */
	@Test
	void sixMoveToOneSlotOfAnotherDoctor() {
		Grid wanted = Grid.of(this.clinic);
		List<Grid> former = IntStream.range(0, 6).mapToObj((number) -> Grid.of(this.clinic)).toList();
		List<Member> members = members(6);
		Member next = this.clinic.member();
		Rounds.of((round) -> {
			OffsetDateTime hour = wanted.hour(round);
			List<String> ids = Crowd
				.atOnce(each(members, (number) -> members.get(number).hasBooked(former.get(number).doctor(), hour)));

			Finish finish = Finish.of(each(members, (number) -> Deeds
				.moves(members.get(number).at(server(number + round)), ids.get(number), wanted.doctor(), hour)));

			int winner = finish.losersHear("slot-taken").winner();
			for (int number = 0; number < members.size(); number++) {
				Answer seen = members.get(number).at(server(round)).reads(ids.get(number)).is(200);
				Doctor with = (number == winner) ? wanted.doctor() : former.get(number).doctor();
				assertThat(seen.text("doctorId")).isEqualTo(with.id());
				assertThat(seen.node("version").intValue()).isEqualTo((number == winner) ? 2 : 1);
			}
			next.at(server(round)).books(former.get(winner).doctor(), hour).is(201);
		});
	}

	/** Neither can go first, so both stay where they are. */
	@Test
	void nobodyIsSwappedIntoTheOthersHour() {
		Swap swap = new Swap();
		Rounds.of((round) -> {
			OffsetDateTime hour = swap.x.hour(round);
			String first = swap.member(0, round).hasBooked(swap.x.doctor(), hour);
			String second = swap.member(1, round).hasBooked(swap.y.doctor(), hour);

			Finish finish = Finish.of(List.of(() -> Deeds.moves(swap.member(0, round), first, swap.y.doctor(), hour),
					() -> Deeds.moves(swap.member(1, round), second, swap.x.doctor(), hour)));

			finish.losersHear("slot-taken").hasWinners(0);
			swap.isAt(first, swap.x, hour, 1);
			swap.isAt(second, swap.y, hour, 1);
		});
	}

	/** To hours that are free, both can go. */
	@Test
	void twoChangeDoctorsInOppositeDirections() {
		Swap swap = new Swap();
		Rounds.of((round) -> {
			OffsetDateTime hour = swap.x.hour(2 * round);
			OffsetDateTime later = swap.x.hour(2 * round + 1);
			String first = swap.member(0, round).hasBooked(swap.x.doctor(), hour);
			String second = swap.member(1, round).hasBooked(swap.y.doctor(), hour);

			Finish
				.of(List.of(() -> Deeds.moves(swap.member(0, round), first, swap.y.doctor(), later),
						() -> Deeds.moves(swap.member(1, round), second, swap.x.doctor(), later)))
				.losersHear()
				.hasWinners(2);

			swap.isAt(first, swap.y, later, 2);
			swap.isAt(second, swap.x, later, 2);
		});
	}

	/** One follows into the hour that the other leaves, if the other is gone by then. */
	@Test
	void oneMovesIntoTheHourThatAnotherLeaves() {
		Swap swap = new Swap();
		Rounds.of((round) -> {
			OffsetDateTime hour = swap.x.hour(2 * round);
			OffsetDateTime later = swap.x.hour(2 * round + 1);
			String follower = swap.member(0, round).hasBooked(swap.x.doctor(), hour);
			String leaver = swap.member(1, round).hasBooked(swap.y.doctor(), hour);

			Finish finish = Finish.of(List.of(() -> Deeds.moves(swap.member(0, round), follower, swap.y.doctor(), hour),
					() -> Deeds.moves(swap.member(1, round), leaver, swap.x.doctor(), later)));

			finish.hears(0, "slot-taken").hears(1);
			swap.isAt(leaver, swap.x, later, 2);
			if (finish.won(0)) {
				swap.isAt(follower, swap.y, hour, 2);
			}
			else {
				swap.isAt(follower, swap.x, hour, 1);
				Deeds.moves(swap.member(0, round + 1), follower, swap.y.doctor(), hour).is(200);
			}
		});
	}

	/** Whatever happens to it first, it can be cancelled. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void anAppointmentIsCancelledWhileItMoves(boolean toAnotherDoctor) {
		Grid from = Grid.of(this.clinic);
		Grid to = toAnotherDoctor ? Grid.of(this.clinic) : from;
		Member member = this.clinic.member();
		Member next = this.clinic.member();
		Rounds.of((round) -> {
			OffsetDateTime hour = from.hour(2 * round);
			OffsetDateTime later = from.hour(2 * round + 1);
			String id = member.at(server(round)).hasBooked(from.doctor(), hour);

			Finish finish = Finish.of(List.of(() -> member.at(server(round)).cancels(id),
					() -> Deeds.moves(member.at(server(round + 1)), id, to.doctor(), later)));

			finish.hears(0).hears(1, "wrong-state");
			Answer seen = member.at(server(round + 1)).reads(id).is(200);
			assertThat(seen.text("status")).as(finish::toString).isEqualTo("CANCELLED");
			assertThat(seen.node("version").intValue()).as(finish::toString).isEqualTo(finish.won(1) ? 3 : 2);
			next.at(server(round)).books(from.doctor(), hour).is(201);
			next.at(server(round + 1)).books(to.doctor(), later).is(201);
		});
	}

	/** One after the other, and it ends up with one of the two. */
	@Test
	void anAppointmentMovesToTwoDoctors() {
		Grid from = Grid.of(this.clinic);
		List<Grid> to = List.of(Grid.of(this.clinic), Grid.of(this.clinic));
		Member member = this.clinic.member();
		Member next = this.clinic.member();
		Rounds.of((round) -> {
			OffsetDateTime hour = from.hour(round);
			String id = member.at(server(round)).hasBooked(from.doctor(), hour);

			Finish.of(List.of(() -> Deeds.moves(member.at(this.a), id, to.get(0).doctor(), hour),
					() -> Deeds.moves(member.at(this.b), id, to.get(1).doctor(), hour)))
				.losersHear()
				.hasWinners(2);

			Answer seen = member.reads(id).is(200);
			assertThat(seen.node("version").intValue()).isEqualTo(3);
			Grid left = to.get(seen.text("doctorId").equals(to.get(0).doctor().id()) ? 1 : 0);
			next.books(left.doctor(), hour).is(201);
			next.at(this.b).books(from.doctor(), hour).problem(409, "member-busy");
		});
	}

	/**
	 * By hours that are set and by time off in turn. What was booked before is asked
	 * about, marked or cancelled; what comes later is refused.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "REFUSE", "KEEP", "CANCEL" })
	void hoursShrinkWhilePeopleBookThem(String onConflict) {
		Rounds.of((round) -> {
			Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);
			LocalDate monday = doctor.next(MONDAY);
			boolean byTimeOff = round % 2 == 1;
			Booking booking = new Booking(doctor, monday, round);

			Finish finish = Finish.of(List.of(
					() -> byTimeOff ? takesOff(doctor.at(server(round)), monday, onConflict)
							: shrinks(doctor.at(server(round)), onConflict),
					booking::books, booking::confirms, booking::moves,
					() -> booking.unconcerned.books(doctor, doctor.at(monday, "09:00"))));

			finish.hears(4);
			booking.isSettled(finish, onConflict, byTimeOff ? "on-time-off" : "outside-working-hours");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "REFUSE", "KEEP", "CANCEL" })
	void aDoctorGoesWhilePeopleBook(String onConflict) {
		Staff admin = this.clinic.admin();
		Rounds.of((round) -> {
			Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);
			Booking booking = new Booking(doctor, doctor.next(MONDAY), round);
			// It would stand in the way from the start.
			booking.mover.cancels(booking.moving).is(200);
			Object gone = Json.body("fullName", "Noor", "specialty", "Surgery", "active", false, "onConflict",
					onConflict);

			Finish finish = Finish.of(List.of(
					() -> admin.as().at(server(round)).put("/admin/doctors/" + doctor.id(), gone), booking::books,
					booking::confirms, () -> booking.mover.books(doctor, doctor.at(booking.monday, "11:30"))));

			booking.isSettled(finish, onConflict, "outside-working-hours");
		});
	}

	/** With two doctors at overlapping hours, while holding with a third. */
	@Test
	void aMemberIsInOnePlaceAtATime() {
		Grid x = Grid.of(this.clinic);
		Grid y = Grid.from(this.clinic, "00:30");
		Grid z = Grid.of(this.clinic);
		Member member = this.clinic.member();
		Rounds.of((round) -> {
			OffsetDateTime hour = x.hour(2 * round);
			Member here = member.at(server(round));
			Member there = member.at(server(round + 1));

			Finish finish = Finish.of(List.of(() -> here.books(x.doctor(), hour),
					() -> there.books(y.doctor(), hour.plusMinutes(30)), () -> Deeds.holds(here, z.doctor(), hour)));

			finish.losersHear("member-busy").hasWinners(1);
			if (finish.won(2)) {
				Deeds.givesUp(here, finish.answer(2).text("holdId")).is(204);
				there.books(x.doctor(), hour).is(201);
			}
		});
	}

	@Test
	void aMemberHoldsThree() {
		List<Grid> grids = IntStream.range(0, 4).mapToObj((number) -> Grid.of(this.clinic)).toList();
		Member member = this.clinic.member();
		Rounds.of((round) -> {
			Finish finish = Finish.of(each(grids, (number) -> Deeds.holds(member.at(server(number + round / 2)),
					grids.get(number).doctor(), grids.get(number).hour(4 * round + number))));

			finish.losersHear("limit-reached").hasWinners(3);
			List<String> holds = finish.winners()
				.stream()
				.map((number) -> finish.answer(number).text("holdId"))
				.toList();
			Finish
				.of(each(holds,
						(number) -> (number == 0) ? Deeds.confirms(member.at(server(round)), holds.get(0))
								: Deeds.givesUp(member.at(server(number)), holds.get(number))))
				.losersHear()
				.hasWinners(3);
		});
	}

	private Daybook server(int number) {
		return (number % 2 == 0) ? this.a : this.b;
	}

	private List<Member> members(int count) {
		return Stream.generate(this.clinic::member).limit(count).toList();
	}

	private static <T> List<Callable<T>> each(List<?> runners, Deed<T> deed) {
		List<Callable<T>> deeds = new ArrayList<>();
		for (int number = 0; number < runners.size(); number++) {
			int runner = number;
			deeds.add(() -> deed.by(runner));
		}
		return deeds;
	}

	private static boolean free(Doctor doctor, OffsetDateTime hour) {
		return doctor.startsOn(hour.toLocalDate())
			.stream()
			.anyMatch((start) -> OffsetDateTime.parse(start).isEqual(hour));
	}

	private static Answer shrinks(Doctor doctor, String onConflict) {
		return doctor.sets(Json.body("dayOfWeek", MONDAY, "windows", List.of(Json.window("08:00", "10:00")),
				"slotMinutes", 30, "onConflict", onConflict));
	}

	private static Answer takesOff(Doctor doctor, LocalDate monday, String onConflict) {
		return doctor.post("/api/availability/" + doctor.id() + "/time-off", Json.body("start",
				doctor.at(monday, "10:00"), "end", doctor.at(monday, "13:00"), "onConflict", onConflict));
	}

	@FunctionalInterface
	private interface Deed<T> {

		T by(int runner);

	}

	/** Two doctors, and two members each of whom wants to the other's doctor. */
	private final class Swap {

		private final Grid x = Grid.of(CalendarRacesTest.this.clinic);

		private final Grid y = Grid.of(CalendarRacesTest.this.clinic);

		private final List<Member> members = members(2);

		/** Every other round both are at the same server. */
		private Member member(int number, int round) {
			return this.members.get(number).at(server((round % 2 == 0) ? round / 2 : number + round / 2));
		}

		private void isAt(String appointmentId, Grid with, OffsetDateTime hour, int version) {
			Answer seen = CalendarRacesTest.this.clinic.admin().reads(appointmentId).is(200);
			assertThat(seen.text("status")).isEqualTo("BOOKED");
			assertThat(seen.text("doctorId")).isEqualTo(with.doctor().id());
			assertThat(OffsetDateTime.parse(seen.text("start"))).isEqualTo(hour);
			assertThat(seen.node("version").intValue()).isEqualTo(version);
		}

	}

	/** Three ways to an appointment with a doctor late on a Monday morning. */
	private final class Booking {

		private final Doctor doctor;

		private final LocalDate monday;

		private final Member booker;

		private final Member holder;

		private final Member mover;

		private final Member unconcerned;

		private final String held;

		private final String moving;

		private Booking(Doctor doctor, LocalDate monday, int round) {
			this.doctor = doctor;
			this.monday = monday;
			List<Member> members = members(4);
			this.booker = members.get(0).at(server(round + 1));
			this.holder = members.get(1).at(server(round / 2));
			this.mover = members.get(2).at(server(round / 2 + 1));
			this.unconcerned = members.get(3).at(server(round));
			this.held = Deeds.hasHeld(this.holder, doctor, doctor.at(monday, "11:00"));
			this.moving = this.mover.hasBooked(doctor, doctor.at(monday, "08:00"));
		}

		private Answer books() {
			return this.booker.books(this.doctor, this.doctor.at(this.monday, "10:30"));
		}

		private Answer confirms() {
			return Deeds.confirms(this.holder, this.held);
		}

		private Answer moves() {
			return Deeds.moves(this.mover, this.moving, this.doctor, this.doctor.at(this.monday, "11:30"));
		}

		/** The first of those who finished was the clinic, the next three were these. */
		private void isSettled(Finish finish, String onConflict, String code) {
			List<Answer> booked = finish.winners()
				.stream()
				.filter((number) -> number >= 1 && number <= 3)
				.map(finish::answer)
				.toList();
			if (!finish.won(0)) {
				finish.hears(0, "appointments-affected").hears(1).hears(2).hears(3);
				assertThat(onConflict).as(finish::toString).isEqualTo("REFUSE");
				return;
			}
			finish.hears(1, code).hears(2, code).hears(3, code);
			if (onConflict.equals("REFUSE")) {
				assertThat(booked).as(finish::toString).isEmpty();
			}
			booked.forEach((one) -> isKeptOrCancelled(one.text("appointmentId"), onConflict));
			this.booker.books(this.doctor, this.doctor.at(this.monday, "11:30")).problem(409, code);
			this.unconcerned.books(this.doctor, this.doctor.at(this.monday, "11:30")).problem(409, code);
		}

		private void isKeptOrCancelled(String appointmentId, String onConflict) {
			Answer seen = this.doctor.reads(appointmentId).is(200);
			if (onConflict.equals("KEEP")) {
				assertThat(seen.text("status")).isEqualTo("BOOKED");
				assertThat(seen.node("outsideHours").booleanValue()).as(seen::toString).isTrue();
			}
			else {
				assertThat(seen.text("status")).isEqualTo("CANCELLED");
				assertThat(seen.text("cancellation", "by")).isEqualTo("CLINIC");
			}
		}

	}

}
