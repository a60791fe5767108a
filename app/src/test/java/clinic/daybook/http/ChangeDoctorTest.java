package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class ChangeDoctorTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Staff admin = this.clinic.admin();

	private final String name = "Ada Zweig" + UUID.randomUUID().toString().substring(0, 8);

	private final Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "10:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	@Test
	void nameAndSpecialtyAreReplaced() {
		Answer answer = puts(active(true)).is(200).hasExactly("doctorId", "fullName", "specialty", "active");

		assertThat(answer.text("fullName")).isEqualTo(this.name);
		Answer read = this.clinic.anyone().get("/api/doctors/" + this.doctor.id()).is(200);
		assertThat(read.text("fullName")).isEqualTo(this.name);
		assertThat(read.text("specialty")).isEqualTo("Surgery");
		assertThat(this.doctor.get("/auth/me").text("fullName")).isEqualTo(this.name);
		assertThat(this.clinic.member().books(this.doctor, this.nine).is(201).text("doctorName")).isEqualTo(this.name);
		assertThat(found()).hasSize(1);
	}

	@Test
	void anInactiveDoctorOffersNothingUntilTheyAreBack() {
		Member member = this.clinic.member();

		assertThat(puts(active(false)).is(200).node("active").booleanValue()).isFalse();

		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
		member.books(this.doctor, this.nine).problem(409, "outside-working-hours");
		assertThat(found()).isEmpty();
		this.clinic.anyone().get("/api/doctors/" + this.doctor.id()).is(200);

		puts(active(false)).is(200);
		puts(active(true)).is(200);

		assertThat(found()).hasSize(1);
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30");
		member.books(this.doctor, this.nine).is(201);
	}

	@Test
	void bookedAppointmentsStandInTheWayAndNothingIsChanged() {
		String appointment = this.clinic.member().hasBooked(this.doctor, this.nine);

		Answer refusal = puts(active(false)).problem(409, "appointments-affected").answer();

		assertThat(refusal.node("affected").size()).isEqualTo(1);
		assertThat(refusal.node("affected").get(0).get("appointmentId").stringValue()).isEqualTo(appointment);
		Answer read = this.clinic.anyone().get("/api/doctors/" + this.doctor.id()).is(200);
		assertThat(read.text("fullName")).isEqualTo(this.doctor.fullName());
		assertThat(read.text("specialty")).isEqualTo("Dermatology");
		assertThat(this.doctor.get("/auth/me").text("fullName")).isEqualTo(this.doctor.fullName());
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30");
	}

	@Test
	void theyAreKeptAndMarkedIfSoAsked() {
		Member member = this.clinic.member();
		String appointment = member.hasBooked(this.doctor, this.nine);

		puts(Json.with(active(false), "onConflict", "KEEP")).is(200);

		Answer kept = member.reads(appointment).is(200);
		assertThat(kept.text("status")).isEqualTo("BOOKED");
		assertThat(kept.node("outsideHours").booleanValue()).isTrue();
		puts(active(true)).is(200);
		assertThat(member.reads(appointment).node("outsideHours").booleanValue()).isFalse();
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30");
	}

	@Test
	void theyAreCancelledIfSoAsked() {
		Member member = this.clinic.member();
		String appointment = member.hasBooked(this.doctor, this.nine);

		puts(Json.with(active(false), "onConflict", "CANCEL")).is(200);

		Answer cancelled = member.reads(appointment).is(200);
		assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
		assertThat(cancelled.text("cancellation", "by")).isEqualTo("CLINIC");
		Doctor other = this.clinic.doctor().opens(MONDAY, "09:00", "10:00", 30);
		member.books(other, this.nine).is(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fullName", "specialty", "active" })
	void whatIsMissingIsNamed(String field) {
		puts(Json.without(active(true), field)).blames(field);
		puts(Json.with(active(true), field, (field.equals("active")) ? "perhaps" : " ")).blames(field);
		assertThat(found()).isEmpty();
	}

	@Test
	void whatIsUnknownIsRefused() {
		puts(Json.with(active(true), "timeZone", "Asia/Tokyo")).blames("timeZone");
		puts(Json.with(active(true), "onConflict", "SHRUG")).blames("onConflict");
		this.admin.put("/admin/doctors/" + UUID.randomUUID(), active(true)).problem(404, "not-found");
		this.admin.put("/admin/doctors/17", active(true)).problem(400, "invalid-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MEMBER", "DOCTOR", "RECEPTION", "AUDITOR" })
	void onlyAnAdminChangesDoctors(String role) {
		this.clinic.staff(role).put("/admin/doctors/" + this.doctor.id(), active(true)).problem(403, "forbidden");
		this.clinic.anyone().put("/admin/doctors/" + this.doctor.id(), active(true)).problem(401, "unauthenticated");
		assertThat(found()).isEmpty();
	}

	private Map<String, @Nullable Object> active(boolean active) {
		return Json.body("fullName", this.name, "specialty", "Surgery", "active", active);
	}

	private Answer puts(Object body) {
		return this.admin.put("/admin/doctors/" + this.doctor.id(), body);
	}

	/** The doctors listed under the new name. */
	private List<JsonNode> found() {
		return this.clinic.anyone().get("/api/doctors?q=" + this.name.replace(" ", "%20")).is(200).items();
	}

}
