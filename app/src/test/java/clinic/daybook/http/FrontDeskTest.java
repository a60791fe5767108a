package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** The telephone rings and somebody stands at the counter. */
class FrontDeskTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor(this.clinic.whereItIsDay()).opensEveryDay("00:00", "00:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final Staff reception = this.clinic.reception();

	private final Member member = this.clinic.member();

	@Test
	void aCallerIsBookedMovedAndCancelled() {
		String id = this.reception.books(this.member, this.doctor, this.nine).is(201).text("appointmentId");

		assertThat(this.reception.get("/api/appointments?memberId=" + this.member.id()).is(200).body()).contains(id);
		assertThat(this.reception.reads(id).is(200).text("memberName")).isEqualTo(this.member.fullName());
		this.reception.moves(id, this.nine.plusHours(1)).is(200);
		Answer cancelled = this.reception.cancels(id).is(200);

		assertThat(cancelled.text("cancellation", "by")).isEqualTo("CLINIC");
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00", "10:00");
	}

	@Test
	void aCallerWhoMustThinkAboutItHasFiveMinutes() {
		String hold = this.reception.holds(this.member, this.doctor, this.nine).is(201).text("holdId");
		this.clinic.member().books(this.doctor, this.nine).problem(409, "slot-held");

		Answer booked = this.reception
			.post("/api/appointments", Json.body("holdId", hold, "memberId", this.member.id()))
			.is(201);

		assertThat(booked.text("memberId")).isEqualTo(this.member.id());
		assertThat(OffsetDateTime.parse(booked.text("start"))).isEqualTo(this.nine);
	}

	@Test
	void whoeverArrivesIsCheckedInAndWhoeverWasSeenIsDone() {
		OffsetDateTime soon = now().truncatedTo(ChronoUnit.HOURS).plusHours(2);
		String id = this.reception.books(this.member, this.doctor, soon).is(201).text("appointmentId");

		this.reception.post("/api/appointments/" + id + "/check-in", "").is(200);
		assertThat(this.reception.post("/api/appointments/" + id + "/complete", "").is(200).text("status"))
			.isEqualTo("COMPLETED");
	}

	@Test
	void whoeverDoesNotComeIsNoted() {
		String id = this.reception.letsIn(this.member, this.doctor, now().minusMinutes(5), 10)
			.is(201)
			.text("appointmentId");

		assertThat(this.reception.post("/api/appointments/" + id + "/no-show", "").is(200).text("status"))
			.isEqualTo("NO_SHOW");
	}

	@Test
	void theyKeepEveryDoctorsCalendar() {
		Doctor another = this.clinic.doctor();
		String calendar = "/api/availability/" + another.id();
		LocalDate day = another.next(MONDAY);

		this.reception
			.post("/api/availability", Json.body("doctorId", another.id(), "dayOfWeek", MONDAY, "windows",
					List.of(Json.window("09:00", "12:00")), "slotMinutes", 30))
			.is(200);
		this.reception.put(calendar + "/policy", Json.body("bufferMinutes", 10)).is(200);
		String timeOff = this.reception
			.post(calendar + "/time-off",
					Json.body("start", another.at(day, "09:00"), "end", another.at(day, "10:00"), "reason", "Ill"))
			.is(201)
			.text("timeOffId");
		String extraHours = this.reception
			.post(calendar + "/extra-hours",
					Json.body("date", day, "windows", List.of(Json.window("14:00", "15:00")), "slotMinutes", 30))
			.is(201)
			.text("extraHoursId");
		assertThat(another.freeOn(day)).containsExactly("10:00", "10:30", "11:00", "11:30", "14:00", "14:30");
		assertThat(this.reception.get(calendar + "/time-off").is(200).items()).hasSize(1);
		assertThat(this.reception.get(calendar + "/extra-hours").is(200).items()).hasSize(1);

		this.reception.delete(calendar + "/time-off/" + timeOff).is(204);
		this.reception.delete(calendar + "/extra-hours/" + extraHours).is(204);
		assertThat(another.freeOn(day)).hasSize(6).startsWith("09:00");
	}

	@Test
	void aDoctorCallsInIll() {
		String id = this.member.hasBooked(this.doctor, this.nine);
		String timeOff = "/api/availability/" + this.doctor.id() + "/time-off";
		Map<String, @Nullable Object> monday = Json.body("fromDate", this.monday, "toDate", this.monday);

		this.reception.post(timeOff, monday).problem(409, "appointments-affected");
		this.reception.post(timeOff, Json.with(monday, "onConflict", "CANCEL")).is(201);

		assertThat(this.member.reads(id).text("status")).isEqualTo("CANCELLED");
		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
	}

	@Test
	void whyAnybodyComesIsNeverTheirBusiness() {
		String secret = "A mole that itches " + UUID.randomUUID();
		String id = this.reception
			.post("/api/appointments", Json.body("doctorId", this.doctor.id(), "memberId", this.member.id(), "start",
					this.nine, "reason", secret))
			.is(201)
			.text("appointmentId");
		String hold = this.reception.holds(this.member, this.doctor, this.nine.plusHours(1)).is(201).text("holdId");
		String why = "Called off " + UUID.randomUUID();
		OffsetDateTime soon = now().truncatedTo(ChronoUnit.HOURS).plusHours(2);

		List<Answer> seen = List.of(this.reception.reads(id), this.reception.get("/api/appointments?limit=100"),
				this.reception.get("/api/appointments?memberId=" + this.member.id()),
				this.reception.moves(id, this.nine.plusHours(2)),
				this.reception.post("/api/appointments",
						Json.body("holdId", hold, "memberId", this.member.id(), "reason", secret)),
				this.reception.moves(id, soon), this.reception.post("/api/appointments/" + id + "/check-in", ""),
				this.reception.post("/api/appointments/" + id + "/complete", ""));
		assertThat(seen).allSatisfy((answer) -> {
			assertThat(answer.status()).as(answer::toString).isIn(200, 201);
			assertThat(answer.body()).doesNotContain(secret);
		});
		String other = this.member.hasBooked(this.doctor, this.nine.plusHours(3));
		Answer cancelled = this.reception.post("/api/appointments/" + other + "/cancel", Json.body("reason", why))
			.is(200);
		assertThat(cancelled.body()).doesNotContain(why);
		assertThat(this.member.reads(id).text("reason")).isEqualTo(secret);
		assertThat(this.member.reads(other).text("cancellation", "reason")).isEqualTo(why);
	}

	@Test
	void aPatientNeedsNoLogin() {
		String name = "Tom " + UUID.randomUUID();
		String child = this.reception.post("/admin/members", Json.body("fullName", name, "dateOfBirth", "2019-05-04"))
			.is(201)
			.text("memberId");
		Member patient = new Member(child, "", "", name, this.clinic.anyone());

		String id = this.reception.books(patient, this.doctor, this.nine).is(201).text("appointmentId");
		String hold = this.reception.holds(patient, this.doctor, this.nine.plusHours(1)).is(201).text("holdId");
		this.reception.post("/api/appointments", Json.body("holdId", hold, "memberId", child)).is(201);
		this.reception.letsIn(patient, this.doctor, now(), 10).is(201);
		this.reception.moves(id, this.nine.plusHours(2)).is(200);

		assertThat(this.reception.get("/api/appointments?memberId=" + child).is(200).items()).hasSize(3);
		assertThat(this.doctor.reads(id).is(200).text("memberName")).isEqualTo(name);
		assertThat(this.reception.get("/admin/members?q=" + name.replace(" ", "%20")).is(200).body()).contains(child);
	}

	@Test
	void twoChildrenOfOneMotherAreTwoPatients() {
		List<Member> children = List.of(child(), child());

		this.reception.books(children.get(0), this.doctor, this.nine).is(201);

		this.reception.books(children.get(0), this.doctor, this.nine).problem(409, "slot-taken");
		Doctor other = this.clinic.doctor(this.doctor.zone().getId()).opensEveryDay("00:00", "00:00", 30);
		this.reception.books(children.get(0), other, this.nine).problem(409, "member-busy");
		this.reception.books(children.get(1), other, this.nine).is(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /admin/users", "PUT /admin/users/{id}", "POST /admin/users/{id}/password",
			"POST /admin/doctors", "PUT /admin/doctors/{id}", "POST /admin/departments", "PUT /admin/departments/{id}",
			"DELETE /admin/departments/{id}", "POST /admin/assign-doctor",
			"DELETE /admin/assign-doctor?doctorId={id}&departmentId={id}", "POST /demo/clock" })
	void theRestOfTheHouseIsClosedToThem(String call) {
		String path = call.substring(call.indexOf(' ') + 1).replace("{id}", UUID.randomUUID().toString());
		String method = call.substring(0, call.indexOf(' '));

		this.reception.as()
			.send(method, path, method.equals("GET") || method.equals("DELETE") ? null : "{}")
			.problem(403, "forbidden");
	}

	@Test
	void theyMakeNobodyStaff() {
		this.reception.post("/auth/register", Json.with(Clinic.registration(Clinic.anEmail()), "role", "RECEPTION"))
			.problem(403, "forbidden");
		Department department = Department.opened(this.clinic.admin());
		this.reception.delete("/admin/departments/" + department.id()).problem(403, "forbidden");
		this.clinic.anyone().get("/api/departments/" + department.id()).is(200);
	}

	@Test
	void theyAreNoPatientsThemselves() {
		Object booking = Json.body("doctorId", this.doctor.id(), "start", this.nine);

		this.reception.post("/api/appointments", booking).blames("memberId");
		this.reception.post("/api/appointments/holds", booking).blames("memberId");
		Answer refused = this.reception.post("/api/appointments",
				Json.body("doctorId", this.doctor.id(), "start", this.nine, "memberId", this.reception.userId()));
		assertThat(refused.status()).as(refused::toString).isBetween(400, 499);
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
	}

	private OffsetDateTime now() {
		return this.clinic.now().atZone(this.doctor.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
	}

	private Member child() {
		String id = this.reception
			.post("/admin/members", Json.body("fullName", "Tom Petrov", "email", "mother@patients.example"))
			.is(201)
			.text("memberId");
		return new Member(id, "", "", "Tom Petrov", this.clinic.anyone());
	}

}
