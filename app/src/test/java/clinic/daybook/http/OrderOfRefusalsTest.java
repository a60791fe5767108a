package clinic.daybook.http;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.BEYOND_THE_HORIZON;
import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.BUSY_ELSEWHERE;
import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.CLOSED;
import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.HELD;
import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.LIMIT_REACHED;
import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.OFF_THE_GRID;
import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.ON_TIME_OFF;
import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.TAKEN;
import static clinic.daybook.http.OrderOfRefusalsTest.Obstacle.WITHOUT_NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

/** Of several reasons to refuse, the first of the contract's list is told. */
class OrderOfRefusalsTest {

	private static final String CUT_OFF = "cancelCutoffMinutes";

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor(this.clinic.whereItIsDay());

	private final LocalDate day = this.doctor.today().plusDays(5);

	private final DayOfWeek weekday = this.day.getDayOfWeek();

	private final OffsetDateTime ten = this.doctor.at(this.day, "10:00");

	private final Member member = this.clinic.member();

	@ParameterizedTest
	@EnumSource
	void oneIsToldAsItIs(Obstacle obstacle) {
		refuses(this.member.books(this.doctor, asking(EnumSet.of(obstacle))), obstacle);
	}

	@ParameterizedTest(name = "{0} before {1}")
	@MethodSource("pairs")
	void ofTwoTheFirstIsToldToWhoeverBooks(Obstacle first, Obstacle second) {
		refuses(this.member.books(this.doctor, asking(EnumSet.of(first, second))), first);
	}

	@ParameterizedTest(name = "{0} before {1}")
	@MethodSource("neighbours")
	void ofTwoTheFirstIsToldToWhoeverHolds(Obstacle first, Obstacle second) {
		refuses(this.member.holds(this.doctor, asking(EnumSet.of(first, second))), first);
	}

	@ParameterizedTest(name = "{0} before {1}")
	@MethodSource("neighbours")
	void ofTwoTheFirstIsToldToWhoeverMoves(Obstacle first, Obstacle second) {
		String id = bookedWithAnotherDoctor();

		refuses(this.member.moves(id, this.doctor, asking(EnumSet.of(first, second))), first);
	}

	@Test
	void ofAllTheFirstIsTold() {
		refuses(this.member.books(this.doctor, asking(EnumSet.allOf(Obstacle.class))), WITHOUT_NOTICE);
	}

	@Test
	void whatIsOverComesBeforeAnyOther() {
		Doctor strict = strict();
		String id = this.clinic.admin()
			.books(this.member, strict, strict.at(this.day, "15:00"))
			.is(201)
			.text("appointmentId");
		OffsetDateTime asked = asking(EnumSet.allOf(Obstacle.class));
		this.member.moves(id, this.doctor, asked).problem(409, "too-late");

		this.clinic.admin().cancels(id).is(200);

		this.member.moves(id, this.doctor, asked).problem(409, "wrong-state");
		this.member.cancels(id).problem(409, "wrong-state");
	}

	@Test
	void tooLateComesBeforeThePast() {
		Doctor strict = strict();
		String id = this.member.hasBooked(strict, strict.at(this.day, "15:00"));

		this.member.moves(id, strict.at(this.day.minusDays(10), "15:00")).problem(409, "too-late");
		this.clinic.reception().moves(id, strict.at(this.day.minusDays(10), "15:00")).problem(409, "too-soon");
	}

	@Test
	void anUnknownDoctorComesBeforeAnyRefusal() {
		String id = bookedWithAnotherDoctor();
		this.member.cancels(id).is(200);

		Answer answer = this.member.post("/api/appointments/" + id + "/reschedule",
				Json.body("start", this.ten, "doctorId", this.member.id()));
		assertThat(answer.status()).as(answer::toString).isIn(404, 409);
	}

	static Stream<Arguments> pairs() {
		List<Arguments> pairs = new ArrayList<>();
		for (Obstacle first : Obstacle.values()) {
			for (Obstacle second : EnumSet.range(first, LIMIT_REACHED)) {
				if (first != second) {
					pairs.add(Arguments.of(first, second));
				}
			}
		}
		return pairs.stream();
	}

	static Stream<Arguments> neighbours() {
		return pairs().filter((pair) -> {
			Object[] both = pair.get();
			return ((Obstacle) both[1]).ordinal() - ((Obstacle) both[0]).ordinal() == 1;
		});
	}

	/**
	 * Puts all of them in the way, those that need a free slot first, and says which
	 * start then to ask for. A slot of an hour is taken in its first half and held in its
	 * second.
	 */
	private OffsetDateTime asking(Set<Obstacle> obstacles) {
		this.doctor.opens(this.weekday, "08:00", "18:00", 30);
		if (obstacles.contains(TAKEN)) {
			this.clinic.member().hasBooked(this.doctor, this.ten);
		}
		if (obstacles.contains(HELD)) {
			this.clinic.member().hasHeld(this.doctor, this.ten.plusMinutes(30));
		}
		if (obstacles.contains(BUSY_ELSEWHERE)) {
			this.member.hasBooked(another(), this.ten);
		}
		if (obstacles.contains(LIMIT_REACHED)) {
			this.member.hasBooked(this.doctor, this.ten.plusHours(4));
		}
		this.doctor.opens(this.weekday, "08:00", "18:00", 60);
		if (obstacles.contains(ON_TIME_OFF)) {
			this.doctor.takesOff(Json.body("start", this.ten, "end", this.ten.plusMinutes(90), "onConflict", "KEEP"))
				.is(201);
		}
		if (obstacles.contains(CLOSED)) {
			this.doctor
				.sets(Json.body("dayOfWeek", this.weekday, "windows", List.of(Json.window("16:00", "18:00")),
						"slotMinutes", 60, "onConflict", "KEEP"))
				.is(200);
		}
		this.doctor.hasRules("minNoticeMinutes", obstacles.contains(WITHOUT_NOTICE) ? 30 * 1440 : 0, "horizonDays",
				obstacles.contains(BEYOND_THE_HORIZON) ? 1 : 365, "maxPerMemberPerDay",
				obstacles.contains(LIMIT_REACHED) ? 1 : 10);
		return obstacles.contains(OFF_THE_GRID) ? this.ten.plusMinutes(15) : this.ten;
	}

	private static void refuses(Answer answer, Obstacle expected) {
		answer.problem((expected == OFF_THE_GRID) ? 422 : 409, expected.code);
	}

	private String bookedWithAnotherDoctor() {
		Doctor other = another();
		return this.member.hasBooked(other, other.at(this.day, "15:00"));
	}

	private Doctor another() {
		return this.clinic.doctor(this.doctor.zone().getId()).opens(this.weekday, "08:00", "18:00", 60);
	}

	private Doctor strict() {
		return another().hasRules(CUT_OFF, 10 * 1440);
	}

	/** In the contract's order. */
	enum Obstacle {

		WITHOUT_NOTICE("too-soon"), BEYOND_THE_HORIZON("too-far"), CLOSED("outside-working-hours"),
		ON_TIME_OFF("on-time-off"), OFF_THE_GRID("not-on-grid"), TAKEN("slot-taken"), HELD("slot-held"),
		BUSY_ELSEWHERE("member-busy"), LIMIT_REACHED("limit-reached");

		private final String code;

		Obstacle(String code) {
			this.code = code;
		}

	}

}
