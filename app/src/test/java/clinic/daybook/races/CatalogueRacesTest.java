package clinic.daybook.races;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class CatalogueRacesTest {

	private final Daybook a = Daybook.pair().get(0);

	private final Daybook b = Daybook.pair().get(1);

	private final Clinic clinic = this.a.clinic();

	private final Staff admin = this.clinic.admin();

	@AfterEach
	void theBookIsWhole() {
		new BookInspection(this.a).findsNothingWrong();
	}

	@Test
	void aNameIsGivenOnce() {
		for (int i = 0; i < 5; i++) {
			String name = "Ward " + UUID.randomUUID();
			List<Callable<Answer>> attempts = new ArrayList<>();
			for (Daybook server : List.of(this.a, this.b, this.a, this.b, this.a, this.b)) {
				String spelling = (attempts.size() % 3 == 0) ? name : name.toUpperCase(Locale.ROOT);
				attempts.add(() -> this.admin.as().at(server).post("/admin/departments", Json.body("name", spelling)));
			}

			List<Answer> answers = Crowd.atOnce(attempts);

			assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
			assertThat(answers).filteredOn((answer) -> answer.status() != 201)
				.allSatisfy((answer) -> answer.problem(409, "department-exists"));
		}
	}

	/** Either it was empty and is gone, or a doctor came first and it stays. */
	@Test
	void aDepartmentDoesNotCloseOverADoctor() {
		Doctor doctor = this.clinic.doctor();
		for (int i = 0; i < 20; i++) {
			Department department = Department.opened(this.admin);
			Department there = department.at(this.b);

			List<Answer> answers = Crowd.atOnce(List.of(department::closes, () -> there.takesIn(doctor)));

			if (answers.get(0).status() == 204) {
				answers.get(1).problem(404, "not-found");
				department.read().problem(404, "not-found");
			}
			else {
				answers.get(0).problem(409, "department-not-empty");
				answers.get(1).is(200);
				assertThat(department.doctors()).containsExactly(doctor.fullName());
			}
		}
	}

	/** Doctors taken in and onboarded at once wait for each other instead of failing. */
	@Test
	void manyJoinADepartmentAtOnce() {
		Department department = Department.opened(this.admin);
		List<Callable<Answer>> attempts = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			Department here = department.at((i % 2 == 0) ? this.a : this.b);
			Doctor doctor = this.clinic.doctor();
			attempts.add(() -> here.takesIn(doctor));
			Object onboarding = Json.with(Clinic.onboarding(Clinic.anEmail(), "Europe/Berlin"), "departmentId",
					department.id());
			attempts.add(() -> here.admin().post("/admin/doctors", onboarding));
		}

		assertThat(Crowd.atOnce(attempts)).allSatisfy((answer) -> assertThat(answer.status()).isIn(200, 201));
		assertThat(department.doctors()).hasSize(8);
	}

	/** Booked at one server while deactivated at the other: one of them saw the other. */
	@Test
	void aDoctorIsNotDeactivatedOverABooking() {
		Member member = this.clinic.member();
		for (int i = 0; i < 10; i++) {
			Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);
			OffsetDateTime eight = doctor.at(doctor.next(MONDAY), "08:00");
			Object inactive = Json.body("fullName", "Noor", "specialty", "Surgery", "active", false);

			List<Answer> answers = Crowd.atOnce(List.of(() -> member.at(this.b).books(doctor, eight),
					() -> this.admin.put("/admin/doctors/" + doctor.id(), inactive)));

			if (answers.get(0).status() == 201) {
				answers.get(1).problem(409, "appointments-affected");
				member.cancels(answers.get(0).text("appointmentId")).is(200);
				this.admin.put("/admin/doctors/" + doctor.id(), inactive).is(200);
			}
			else {
				answers.get(0).problem(409, "outside-working-hours");
				answers.get(1).is(200);
			}
			member.at(this.b).books(doctor, eight).problem(409, "outside-working-hours");
		}
	}

	/** What a server remembers of a schedule may be out of date, either way. */
	@Test
	void anOvertakenCopyNeitherStandsInTheWayNorLetsThrough() {
		Member member = this.clinic.member();
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);
		OffsetDateTime eight = doctor.at(doctor.next(MONDAY), "08:00");
		Object inactive = Json.body("fullName", "Noor", "specialty", "Surgery", "active", false);

		String bookedAtB = member.at(this.b).hasBooked(doctor, eight);
		this.admin.put("/admin/doctors/" + doctor.id(), inactive).problem(409, "appointments-affected");
		member.at(this.b).cancels(bookedAtB).is(200);

		String bookedAtA = member.hasBooked(doctor, eight);
		member.at(this.b).cancels(bookedAtA).is(200);
		this.admin.put("/admin/doctors/" + doctor.id(), inactive).is(200);
		member.at(this.b).books(doctor, eight).problem(409, "outside-working-hours");
	}

}
