package clinic.daybook.races;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one server remembers must not make it refuse, or accept, what another has changed.
 */
class StaleCacheTest {

	private final Daybook a = Daybook.pair().get(0);

	private final Daybook b = Daybook.pair().get(1);

	private final Clinic clinic = this.a.clinic();

	private final Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final Member member = this.clinic.member();

	private final Member another = this.clinic.member();

	@Test
	void whatAnotherServerFreedCanBeBookedAtOnce() {
		for (int i = 0; i < 10; i++) {
			String id = this.member.hasBooked(this.doctor, this.nine);
			this.another.at(this.b).books(this.doctor, this.nine).problem(409, "slot-taken");

			this.member.cancels(id).is(200);

			String again = this.another.at(this.b).hasBooked(this.doctor, this.nine);
			this.another.cancels(again).is(200);
		}
	}

	@Test
	void whatAnotherServerBookedIsTakenAtOnce() {
		this.member.at(this.b).cancels(this.member.at(this.b).hasBooked(this.doctor, this.nine)).is(200);

		this.member.hasBooked(this.doctor, this.nine);

		this.another.at(this.b).books(this.doctor, this.nine).problem(409, "slot-taken");
	}

	@Test
	void hoursSetAtAnotherServerCountAtOnce() {
		OffsetDateTime one = this.doctor.at(this.monday, "13:00");
		this.member.at(this.b).books(this.doctor, one).problem(409, "outside-working-hours");

		this.doctor.opens(MONDAY, "13:00", "14:00", 60);

		this.member.at(this.b).books(this.doctor, this.nine).problem(409, "outside-working-hours");
		this.member.at(this.b).books(this.doctor, one).is(201);
		this.another.books(this.doctor, one).problem(409, "slot-taken");
	}

	@Test
	void hoursAreOnlySoAlreadyIfTheBookSaysSo() {
		LocalDate tuesday = this.doctor.next(TUESDAY);
		this.doctor.at(this.b).opens(TUESDAY, "09:00", "10:00", 30);
		this.doctor.opens(TUESDAY, "09:00", "12:00", 30);

		this.doctor.at(this.b).opens(TUESDAY, "09:00", "10:00", 30);

		assertThat(this.doctor.freeOn(tuesday)).containsExactly("09:00", "09:30");
	}

	@Test
	void whatAnotherServerCancelledCannotBeCancelled() {
		String id = this.member.at(this.b).hasBooked(this.doctor, this.nine);

		this.member.cancels(id).is(200);

		this.member.at(this.b).cancels(id).problem(409, "wrong-state");
	}

	@Test
	void aMemberBusyAtAnotherServerIsBusyAndFreeAgain() {
		Doctor other = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		String id = this.member.hasBooked(this.doctor, this.nine);
		this.member.at(this.b).books(other, this.nine).problem(409, "member-busy");

		this.member.cancels(id).is(200);

		this.member.at(this.b).books(other, this.nine).is(201);
	}

	@Test
	void aDoctorOnboardedAtOneServerIsKnownAtTheOther() {
		Doctor elsewhere = this.clinic.doctor().at(this.b).opens(MONDAY, "09:00", "10:00", 30);

		this.member.books(elsewhere, this.nine).is(201);
	}

	/** With the token of the write, the other server shows it too. */
	@Test
	void aWriteHereIsSeenThereWithItsToken() {
		for (int i = 0; i < 100; i++) {
			Answer booked = this.member.books(this.doctor, this.nine).is(201);
			Visitor there = this.member.as().at(this.b).with("Consistency-Token", booked.header("Consistency-Token"));
			String id = booked.text("appointmentId");

			assertThat(ids(there.get("/api/appointments?status=BOOKED"))).containsExactly(id);
			assertThat(free(there)).hasSize(5);

			Answer cancelled = this.member.cancels(id).is(200);
			Visitor later = this.member.as()
				.at(this.b)
				.with("Consistency-Token", cancelled.header("Consistency-Token"));

			assertThat(ids(later.get("/api/appointments?status=BOOKED"))).isEmpty();
			assertThat(later.get("/api/appointments/" + id).is(200).text("status")).isEqualTo("CANCELLED");
			assertThat(free(later)).hasSize(6);
		}
	}

	/** And without it too, as writers wait for every server's read models. */
	@Test
	void aWriteHereIsSeenThereOnceItWasAnswered() {
		for (int i = 0; i < 50; i++) {
			String id = this.member.hasBooked(this.doctor, this.nine);
			assertThat(ids(this.member.at(this.b).get("/api/appointments?status=BOOKED"))).containsExactly(id);

			this.member.cancels(id).is(200);
			assertThat(ids(this.member.at(this.b).get("/api/appointments?status=BOOKED"))).isEmpty();
		}
	}

	@Test
	void aSessionEndedAtOneServerIsEndedAtTheOther() {
		Answer tokens = this.a.anyone()
			.post("/auth/login", Json.body("email", this.member.email(), "password", this.member.password()))
			.is(200);
		Visitor there = this.b.anyone().withToken(tokens.text("accessToken"));
		there.get("/auth/me").is(200);

		this.a.anyone().post("/auth/logout", Json.body("refreshToken", tokens.text("refreshToken"))).is(204);

		there.get("/auth/me").problem(401, "unauthenticated");
	}

	private List<JsonNode> free(Visitor visitor) {
		JsonNode days = visitor
			.get("/api/availability/" + this.doctor.id() + "?from=" + this.monday + "&to=" + this.monday)
			.is(200)
			.node("days");
		return List.copyOf(days.get(0).get("slots").values());
	}

	private static List<String> ids(Answer list) {
		return list.is(200).items().stream().map((item) -> item.get("appointmentId").stringValue()).toList();
	}

}
