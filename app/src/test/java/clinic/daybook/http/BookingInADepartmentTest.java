package clinic.daybook.http;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody needs an appointment in a department and does not mind with whom. */
class BookingInADepartmentTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Department department = Department.opened(this.clinic.admin());

	private final Member member = this.clinic.member();

	@Test
	void whoeverHasTheFewestAppointmentsThatDayIsBooked() {
		Doctor busy = doctor("09:00", "12:00");
		Doctor idle = doctor("09:00", "12:00");
		OffsetDateTime nine = at(busy, "09:00");
		this.clinic.member().hasBooked(busy, nine.plusHours(1));
		this.clinic.member().hasBooked(idle, nine.plusHours(1).plusWeeks(1));
		this.clinic.member().hasBooked(idle, nine.plusHours(2).plusWeeks(1));

		Answer booked = books(this.member, nine).is(201);

		assertThat(booked.text("doctorId")).isEqualTo(idle.id());
		assertThat(booked.text("doctorName")).isEqualTo(idle.fullName());
		assertThat(this.member.reads(booked.text("appointmentId")).is(200).json()).isEqualTo(booked.json());
	}

	@Test
	void cancelledAppointmentsDoNotCount() {
		Doctor busy = doctor("09:00", "12:00");
		Doctor cancelledTwice = doctor("09:00", "12:00");
		OffsetDateTime nine = at(busy, "09:00");
		this.clinic.member().hasBooked(busy, nine.plusHours(1));
		for (int i = 0; i < 2; i++) {
			Member other = this.clinic.member();
			other.cancels(other.hasBooked(cancelledTwice, nine.plusHours(1))).is(200);
		}

		assertThat(books(this.member, nine).is(201).text("doctorId")).isEqualTo(cancelledTwice.id());
	}

	@Test
	void theNextIsAskedUntilNobodyIsLeft() {
		Doctor first = doctor("09:00", "12:00");
		Doctor second = doctor("09:00", "12:00");
		OffsetDateTime nine = at(first, "09:00");

		Set<String> booked = Set.of(books(this.member, nine).is(201).text("doctorId"),
				books(this.clinic.member(), nine).is(201).text("doctorId"));
		assertThat(booked).containsExactlyInAnyOrder(first.id(), second.id());

		List<String> next = books(this.clinic.member(), nine).problem(409, "slot-taken").nextFreeStarts();
		assertThat(next).hasSize(3).isSorted();
		assertThat(next.subList(0, 2)).allSatisfy((start) -> assertThat(start).contains("T09:30"));
	}

	@Test
	void theReasonIsThatOfTheDoctorWhoCameFurthest() {
		Doctor away = this.clinic.doctor().opens(TUESDAY, "09:00", "12:00", 30);
		this.department.takesIn(away).is(200);
		OffsetDateTime nine = at(away, "09:00");
		books(this.member, nine).problem(409, "outside-working-hours");

		Doctor offGrid = this.clinic.doctor().opens(MONDAY, "08:40", "12:00", 30);
		this.department.takesIn(offGrid).is(200);
		books(this.member, nine).problem(422, "not-on-grid");

		Doctor taken = doctor("09:00", "12:00");
		this.clinic.member().hasBooked(taken, nine);
		books(this.member, nine).problem(409, "slot-taken");
	}

	@Test
	void aBusyMemberIsRefusedWhoeverIsFree() {
		Doctor elsewhere = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		doctor("09:00", "12:00");
		Doctor free = doctor("09:00", "12:00");
		OffsetDateTime nine = at(free, "09:00");
		this.member.hasBooked(elsewhere, nine);

		List<String> next = books(this.member, nine).problem(409, "member-busy").nextFreeStarts();

		assertThat(next).isNotEmpty().noneSatisfy((start) -> assertThat(start).contains("T09:00"));
		assertThat(free.freeOn(free.next(MONDAY))).contains("09:00");
	}

	@Test
	void everySuggestionCanBeBooked() {
		Doctor first = doctor("09:00", "10:00");
		OffsetDateTime nine = at(first, "09:00");
		books(this.clinic.member(), nine).is(201);
		Answer refused = books(this.member, nine);
		refused.problem(409, "slot-taken");

		for (JsonNode offer : refused.node("nextFreeSlots").values()) {
			assertThat(offer.get("doctorId").stringValue()).isEqualTo(first.id());
			books(this.clinic.member(), OffsetDateTime.parse(offer.get("start").stringValue())).is(201);
		}
	}

	@Test
	void inactiveDoctorsAreNotBooked() {
		Doctor inactive = doctor("09:00", "12:00");
		this.clinic.admin()
			.put("/admin/doctors/" + inactive.id(),
					Json.body("fullName", inactive.fullName(), "specialty", "Dermatology", "active", false))
			.is(200);

		books(this.member, at(inactive, "09:00")).problem(409, "outside-working-hours");
	}

	@Test
	void anEmptyDepartmentHasNothingToOffer() {
		OffsetDateTime tomorrow = this.clinic.now().plusSeconds(86_400).atOffset(ZoneOffset.UTC);

		assertThat(books(this.member, tomorrow).problem(409, "outside-working-hours").nextFreeStarts()).isEmpty();
	}

	@Test
	void theFrontDeskBooksForAMember() {
		Doctor doctor = doctor("09:00", "12:00");

		Answer booked = this.clinic.reception()
			.post("/api/appointments",
					Json.body("departmentId", this.department.id(), "memberId", this.member.id(), "start",
							at(doctor, "09:00")))
			.is(201);

		assertThat(booked.text("memberId")).isEqualTo(this.member.id());
	}

	@Test
	void whatIsWrongIsNamed() {
		OffsetDateTime start = this.clinic.now().atOffset(ZoneOffset.UTC);
		String unknown = UUID.randomUUID().toString();

		this.member.post("/api/appointments", Json.body("departmentId", unknown, "start", start))
			.problem(404, "not-found");
		this.member.post("/api/appointments", Json.body("departmentId", "surgery", "start", start))
			.blames("departmentId");
		this.member.post("/api/appointments", Json.body("departmentId", unknown, "doctorId", unknown, "start", start))
			.blames("departmentId");
		this.member.post("/api/appointments", Json.body("start", start)).blames("doctorId");
		this.department.closes().is(204);
		books(this.member, start).problem(404, "not-found");
	}

	private Doctor doctor(String from, String to) {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, from, to, 30);
		this.department.takesIn(doctor).is(200);
		return doctor;
	}

	private static OffsetDateTime at(Doctor doctor, String time) {
		return doctor.at(doctor.next(MONDAY), time);
	}

	private Answer books(Member who, OffsetDateTime start) {
		return this.department.books(who, start);
	}

}
