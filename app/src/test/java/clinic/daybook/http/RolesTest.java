package clinic.daybook.http;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RolesTest {

	private final Clinic clinic = Daybook.shared().clinic();

	@ParameterizedTest
	@ValueSource(strings = { "DOCTOR", "RECEPTION", "AUDITOR", "ADMIN" })
	void nobodyBecomesStaffWithoutAnAdmin(String role) {
		String email = Clinic.anEmail();
		Map<String, @Nullable Object> asStaff = Json.with(Clinic.registration(email), "role", role);

		this.clinic.anyone().post("/auth/register", asStaff).problem(403, "forbidden");
		this.clinic.member().post("/auth/register", asStaff).problem(403, "forbidden");
		this.clinic.doctor().post("/auth/register", asStaff).problem(403, "forbidden");
		this.clinic.reception().post("/auth/register", asStaff).problem(403, "forbidden");
		this.clinic.auditor().post("/auth/register", asStaff).problem(403, "forbidden");
		this.clinic.anyone().withToken("forged").post("/auth/register", asStaff).problem(401, "unauthenticated");
		this.clinic.anyone()
			.post("/auth/login", Json.body("email", email, "password", Clinic.PASSWORD))
			.problem(401, "bad-credentials");

		assertThat(this.clinic.admin().post("/auth/register", asStaff).is(201).text("role")).isEqualTo(role);
	}

	@ParameterizedTest
	@EnumSource(Outsider.class)
	void onlyAnAdminOnboardsDoctors(Outsider outsider) {
		Person person = outsider.in(this.clinic);

		person.post("/admin/doctors", Clinic.onboarding(Clinic.anEmail(), "Europe/Berlin")).problem(403, "forbidden");
		person.post("/admin/doctors", "{\"nonsense\":true}").problem(403, "forbidden");
	}

	@Test
	void withoutATokenNothingIsDone() {
		this.clinic.anyone()
			.post("/admin/doctors", Clinic.onboarding(Clinic.anEmail(), "Europe/Berlin"))
			.problem(401, "unauthenticated");
		this.clinic.anyone().post("/api/availability", "{}").problem(401, "unauthenticated");
		this.clinic.anyone()
			.post("/api/appointments/" + UUID.randomUUID() + "/cancel", "{}")
			.problem(401, "unauthenticated");
		this.clinic.anyone().get("/api/appointments/" + UUID.randomUUID()).problem(401, "unauthenticated");
	}

	@Test
	void membersAndAuditorsSetNoHours() {
		Doctor doctor = this.clinic.doctor();
		Object hours = Json.body("doctorId", doctor.id(), "dayOfWeek", DayOfWeek.MONDAY, "windows",
				List.of(Json.window("09:00", "12:00")), "slotMinutes", 30);

		this.clinic.member().post("/api/availability", hours).problem(403, "forbidden");
		this.clinic.auditor().post("/api/availability", hours).problem(403, "forbidden");
		this.clinic.member().post("/api/availability", "[").problem(403, "forbidden");
		assertThat(doctor.freeOn(doctor.next(DayOfWeek.MONDAY))).isEmpty();
	}

	@Test
	void doctorsAndAuditorsBookNothing() {
		Doctor doctor = this.clinic.doctor().opens(DayOfWeek.MONDAY, "09:00", "12:00", 30);
		Member member = this.clinic.member();
		Object booking = Json.body("doctorId", doctor.id(), "memberId", member.id(), "start",
				doctor.at(doctor.next(DayOfWeek.MONDAY), "09:00"));

		doctor.post("/api/appointments", booking).problem(403, "forbidden");
		this.clinic.auditor().post("/api/appointments", booking).problem(403, "forbidden");
		assertThat(doctor.freeOn(doctor.next(DayOfWeek.MONDAY))).contains("09:00");
	}

	@Test
	void auditorsSeeNoAppointments() {
		Doctor doctor = this.clinic.doctor().opens(DayOfWeek.MONDAY, "09:00", "12:00", 30);
		Member member = this.clinic.member();
		String id = member.hasBooked(doctor, doctor.at(doctor.next(DayOfWeek.MONDAY), "09:00"));
		Person auditor = this.clinic.auditor();

		auditor.get("/api/appointments").problem(403, "forbidden");
		auditor.reads(id).problem(403, "forbidden");
		auditor.cancels(id).problem(403, "forbidden");
	}

	enum Outsider {

		MEMBER, DOCTOR, RECEPTION, AUDITOR;

		Person in(Clinic clinic) {
			return switch (this) {
				case MEMBER -> clinic.member();
				case DOCTOR -> clinic.doctor();
				case RECEPTION -> clinic.reception();
				case AUDITOR -> clinic.auditor();
			};
		}

	}

}
