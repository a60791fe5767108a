package clinic.daybook.http;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;
import clinic.daybook.testing.Staff;
import clinic.daybook.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** What the front desk does for all doctors and all members. */
class WithoutALoginTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Staff reception = this.clinic.reception();

	private final Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);

	private final OffsetDateTime nine = this.doctor.at(this.doctor.next(MONDAY), "09:00");

	private final String childsName = "Mia Petrova " + UUID.randomUUID().toString().substring(0, 8);

	private final String secret = "An ear that hurts " + UUID.randomUUID();

	@Test
	void aTokenOfTheReceptionSaysSo() {
		String claims = new String(Base64.getUrlDecoder().decode(this.reception.as().token().split("\\.")[1]),
				StandardCharsets.UTF_8);

		assertThat(JsonMapper.shared().readTree(claims).get("role").stringValue()).isEqualTo("RECEPTION");
		assertThat(this.reception.get("/auth/me").is(200).text("role")).isEqualTo("RECEPTION");
	}

	@Test
	void anAdminMakesAMemberTheReceptionAndTakesItBack() {
		Member member = this.clinic.member();
		Staff admin = this.clinic.admin();
		member.get("/admin/members").problem(403, "forbidden");

		admin.put("/admin/users/" + member.id(), Json.body("role", "RECEPTION", "enabled", true)).is(200);

		member.get("/admin/members").is(200);
		assertThat(member.get("/auth/me").text("role")).isEqualTo("RECEPTION");
		this.reception.get("/admin/members/" + member.id()).problem(404, "not-found");
		admin.put("/admin/users/" + member.id(), Json.body("role", "MEMBER", "enabled", true)).is(200);
		member.get("/admin/members").problem(403, "forbidden");
		this.reception.get("/admin/members/" + member.id()).is(200);
	}

	@Test
	void theReceptionIsNoMemberOfTheClinicsToBookFor() {
		books(this.reception.userId(), this.nine).problem(404, "not-found");
	}

	@Test
	void anAppointmentForAChildIsOneLikeAnyOther() {
		String child = takesInAChild(null);

		Answer booked = books(child, this.nine).is(201);

		assertThat(booked.text("memberId")).isEqualTo(child);
		assertThat(booked.text("memberName")).isEqualTo(this.childsName);
		String id = booked.text("appointmentId");
		for (Person person : List.of(this.reception, this.doctor, this.clinic.admin())) {
			assertThat(person.reads(id).is(200).text("memberName")).isEqualTo(this.childsName);
			assertThat(person.get("/api/appointments?doctorId=" + this.doctor.id()).is(200).items()).singleElement()
				.satisfies((item) -> assertThat(item.get("memberName").stringValue()).isEqualTo(this.childsName));
		}
		assertThat(this.reception.get("/api/appointments?memberId=" + child).is(200).items()).hasSize(1);
		this.clinic.member().books(this.doctor, this.nine).problem(409, "slot-taken");
	}

	@Test
	void aChildIsInOnePlaceAtATime() {
		Doctor other = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		String child = takesInAChild(null);
		books(child, this.nine).is(201);

		this.reception
			.post("/api/appointments", Json.body("doctorId", other.id(), "memberId", child, "start", this.nine))
			.problem(409, "member-busy");
	}

	@Test
	void whyAChildComesIsReadByTheDoctorAndNotByTheReceptionThatWroteIt() {
		Answer booked = books(takesInAChild(null), this.nine).is(201);
		String id = booked.text("appointmentId");

		assertThat(booked.body()).doesNotContain(this.secret);
		assertThat(this.reception.reads(id).body()).doesNotContain(this.secret);
		assertThat(this.reception.get("/api/appointments?doctorId=" + this.doctor.id()).body())
			.doesNotContain(this.secret);
		assertThat(this.doctor.reads(id).text("reason")).isEqualTo(this.secret);
		assertThat(this.clinic.admin().reads(id).text("reason")).isEqualTo(this.secret);
		assertThat(this.reception.cancels(id).is(200).body()).doesNotContain(this.secret);
	}

	@Test
	void whoeverSharesTheChildsEmailSeesNothingOfIt() {
		Member parent = this.clinic.member();
		String child = takesInAChild(parent.email());
		String id = books(child, this.nine).is(201).text("appointmentId");

		parent.reads(id).problem(404, "not-found");
		parent.cancels(id).problem(404, "not-found");
		assertThat(parent.get("/api/appointments").is(200).items()).isEmpty();
		parent
			.post("/api/appointments",
					Json.body("doctorId", this.doctor.id(), "memberId", child, "start", this.nine.plusHours(1)))
			.problem(403, "forbidden");
		String later = Clinic.anEmail();
		String another = takesInAChild(later);
		books(another, this.nine.plusHours(1)).is(201);
		this.clinic.anyone().post("/auth/register", Clinic.registration(later)).is(201);
		Visitor stranger = this.clinic.login(later, Clinic.PASSWORD);
		assertThat(stranger.get("/api/appointments").is(200).items()).isEmpty();
	}

	@Test
	void theReceptionCancelsForAChildAndTheSlotIsFree() {
		String id = books(takesInAChild(null), this.nine).is(201).text("appointmentId");

		Answer cancelled = this.reception.cancels(id).is(200);

		assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
		assertThat(cancelled.text("cancellation", "by")).isEqualTo("CLINIC");
		assertThat(cancelled.text("memberName")).isEqualTo(this.childsName);
		assertThat(this.doctor.freeOn(this.nine.toLocalDate())).contains("09:00");
	}

	@Test
	void theReceptionSetsTheHoursOfAnyDoctor() {
		this.reception
			.sets(this.doctor, Json.body("doctorId", this.doctor.id(), "dayOfWeek", TUESDAY, "windows",
					List.of(Json.window("14:00", "15:00")), "slotMinutes", 30))
			.is(200);

		assertThat(this.doctor.freeOn(this.doctor.next(TUESDAY))).containsExactly("14:00", "14:30");
		this.reception.sets(this.doctor, Json.body("dayOfWeek", TUESDAY, "windows", List.of(), "slotMinutes", 30))
			.blames("doctorId");
	}

	private String takesInAChild(@Nullable String email) {
		return this.reception
			.post("/admin/members", Json.body("fullName", this.childsName, "email", email, "dateOfBirth", "2019-05-04"))
			.is(201)
			.text("memberId");
	}

	private Answer books(String memberId, OffsetDateTime start) {
		return this.reception.post("/api/appointments",
				Json.body("doctorId", this.doctor.id(), "memberId", memberId, "start", start, "reason", this.secret));
	}

}
