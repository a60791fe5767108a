package clinic.daybook.http;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class ReasonsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);

	private final OffsetDateTime nine = this.doctor.at(this.doctor.next(MONDAY), "09:00");

	private final Member member = this.clinic.member();

	private final String secret = "Ärztliches № " + UUID.randomUUID();

	private final String id = booksWithReason(this.nine);

	@Test
	void theMemberTheDoctorAndAnAdminReadIt() {
		for (Person person : List.of(this.member, this.doctor, this.clinic.admin())) {
			assertThat(person.reads(this.id).is(200).text("reason")).isEqualTo(this.secret);
		}
	}

	@Test
	void theReceptionDoesNot() {
		Answer seen = this.clinic.reception().reads(this.id).is(200);

		assertThat(seen.node("reason").isNull()).isTrue();
		assertThat(seen.body()).doesNotContain(this.secret);
	}

	@Test
	void noListShowsIt() {
		for (Person person : List.of(this.member, this.doctor)) {
			Answer list = person.get("/api/appointments").is(200);
			assertThat(list.body()).contains(this.id).doesNotContain(this.secret);
			assertThat(list.items()).allSatisfy((item) -> assertThat(item.get("reason").isNull()).isTrue());
		}
		for (Person person : List.of(this.clinic.admin(), this.clinic.reception())) {
			Answer list = person.get("/api/appointments?memberId=" + this.member.id()).is(200);
			assertThat(list.body()).contains(this.id).doesNotContain(this.secret);
		}
	}

	@Test
	void whyItWasCancelledIsNoBusinessOfTheReceptionEither() {
		String why = "Too ill to come " + UUID.randomUUID();
		this.member.post("/api/appointments/" + this.id + "/cancel", Json.body("reason", why)).is(200);

		assertThat(this.doctor.reads(this.id).text("cancellation", "reason")).isEqualTo(why);
		assertThat(this.clinic.reception().reads(this.id).body()).doesNotContain(why).doesNotContain(this.secret);
		assertThat(this.member.get("/api/appointments").body()).doesNotContain(why);
	}

	@Test
	void theReceptionCannotReadItByCancelling() {
		assertThat(this.clinic.reception().cancels(this.id).is(200).body()).doesNotContain(this.secret);
	}

	@Test
	void theReceptionWritesItButDoesNotReadIt() {
		Answer booked = this.clinic.reception()
			.post("/api/appointments",
					Json.body("doctorId", this.doctor.id(), "memberId", this.member.id(), "start",
							this.nine.plusMinutes(30), "reason", this.secret))
			.is(201);

		assertThat(booked.body()).doesNotContain(this.secret);
		assertThat(this.member.reads(booked.text("appointmentId")).text("reason")).isEqualTo(this.secret);
	}

	@Test
	void aReasonIsAnyTextThatIsNotTooLong() {
		JsonNode booked = this.member
			.post("/api/appointments",
					Json.body("doctorId", this.doctor.id(), "start", this.nine.plusMinutes(60), "reason",
							"ü".repeat(200)))
			.is(201)
			.json();
		assertThat(booked.get("reason").stringValue()).hasSize(200);

		this.member
			.post("/api/appointments", Json.body("doctorId", this.doctor.id(), "start", this.nine.plusMinutes(90),
					"reason", "x".repeat(100_000)))
			.blames("reason");
	}

	private String booksWithReason(OffsetDateTime start) {
		return this.member
			.post("/api/appointments", Json.body("doctorId", this.doctor.id(), "start", start, "reason", this.secret))
			.is(201)
			.text("appointmentId");
	}

}
