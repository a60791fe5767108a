package clinic.daybook.races;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class TwoServersTest {

	private static final int CLIENTS = 32;

	private static final int SLOTS = 20;

	private final Daybook a = Daybook.pair().get(0);

	private final Daybook b = Daybook.pair().get(1);

	private final Clinic clinic = this.a.clinic();

	private final BookInspection book = new BookInspection(this.a);

	@AfterEach
	void theBookIsWhole() {
		this.book.findsNothingWrong();
	}

	/** All clients go for the same slot at the same moment, then for the next one. */
	@Test
	void eachSlotIsWonExactlyOnce() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "18:00", 30);
		List<Member> members = members(CLIENTS);
		List<String> slots = doctor.startsOn(doctor.next(MONDAY));
		assertThat(slots).hasSize(SLOTS);

		Map<String, List<String>> winners = new HashMap<>();
		for (String slot : slots) {
			List<Answer> answers = Crowd.atOnce(members.stream()
				.map((member) -> (Callable<Answer>) () -> member.books(doctor, OffsetDateTime.parse(slot)))
				.toList());
			note(winners, slot, answers);
		}

		assertThat(winners.values()).allSatisfy((won) -> assertThat(won).hasSize(1));
		assertThat(winners).hasSize(SLOTS);
		assertThat(this.book.events("schedule-" + doctor.id(), "AppointmentBooked")).isEqualTo(SLOTS);
		assertThat(doctor.freeOn(doctor.next(MONDAY))).isEmpty();
	}

	/** Each client goes through the slots at its own pace and in its own direction. */
	@Test
	void eachSlotIsWonExactlyOnceInAFreeForAll() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "18:00", 30);
		List<String> slots = doctor.startsOn(doctor.next(MONDAY));
		Map<String, List<String>> winners = new HashMap<>();

		List<Callable<Map<String, Answer>>> clients = new ArrayList<>();
		for (Member member : members(CLIENTS)) {
			int offset = clients.size() * 7;
			clients.add(() -> {
				Map<String, Answer> answers = new HashMap<>();
				for (int i = 0; i < SLOTS; i++) {
					String slot = slots.get((i + offset) % SLOTS);
					answers.put(slot, member.books(doctor, OffsetDateTime.parse(slot)));
				}
				return answers;
			});
		}
		Crowd.atOnce(clients)
			.forEach((answers) -> answers.forEach((slot, answer) -> note(winners, slot, List.of(answer))));

		assertThat(winners).hasSize(SLOTS);
		assertThat(winners.values()).allSatisfy((won) -> assertThat(won).hasSize(1));
		assertThat(this.book.events("schedule-" + doctor.id(), "AppointmentBooked")).isEqualTo(SLOTS);
	}

	/** As many are booked as there are doctors, each with another, and nobody twice. */
	@Test
	void aDepartmentIsBookedUpAndNoFurther() {
		Department department = Department.opened(this.clinic.admin());
		Doctor any = null;
		for (int i = 0; i < 6; i++) {
			any = this.clinic.doctor().opens(MONDAY, "08:00", "10:00", 60);
			department.takesIn(any).is(200);
		}
		for (String time : List.of("08:00", "09:00")) {
			OffsetDateTime start = any.at(any.next(MONDAY), time);

			List<Answer> answers = Crowd.atOnce(members(16).stream()
				.map((member) -> (Callable<Answer>) () -> department.books(member, start))
				.toList());

			List<Answer> won = answers.stream().filter((answer) -> answer.status() == 201).toList();
			assertThat(won).hasSize(6);
			assertThat(won.stream().map((answer) -> answer.text("doctorId"))).doesNotHaveDuplicates();
			assertThat(answers.stream().filter((answer) -> answer.status() != 201))
				.allSatisfy((answer) -> answer.problem(409, "slot-taken"));
		}
	}

	/** One member asks many doctors for the same hour. */
	@Test
	void aMemberIsInOnePlaceAtATime() {
		Member member = this.clinic.member();
		List<Doctor> doctors = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			doctors.add(this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 60));
		}
		LocalDate monday = doctors.get(0).next(MONDAY);
		for (int hour = 8; hour < 12; hour++) {
			String time = "%02d:00".formatted(hour);
			List<Callable<Answer>> attempts = new ArrayList<>();
			for (Doctor doctor : doctors) {
				Member there = member.at((attempts.size() % 2 == 0) ? this.a : this.b);
				attempts.add(() -> there.books(doctor, doctor.at(monday, time)));
			}

			List<Answer> answers = Crowd.atOnce(attempts);

			assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
			assertThat(answers.stream().filter((answer) -> answer.status() != 201))
				.allSatisfy((answer) -> answer.problem(409, "member-busy"));
		}
	}

	/** Cancelled by four at once: once is enough, and the slot is free once. */
	@Test
	void anAppointmentIsCancelledOnce() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);
		Member member = this.clinic.member();
		OffsetDateTime eight = doctor.at(doctor.next(MONDAY), "08:00");
		for (int i = 0; i < 10; i++) {
			String id = member.hasBooked(doctor, eight);

			List<Answer> answers = Crowd.atOnce(List.of(() -> member.cancels(id), () -> member.at(this.b).cancels(id),
					() -> doctor.cancels(id), () -> doctor.at(this.b).cancels(id)));

			assertThat(answers.stream().filter((answer) -> answer.status() == 200)).hasSize(1);
			assertThat(answers.stream().filter((answer) -> answer.status() != 200))
				.allSatisfy((answer) -> answer.problem(409, "wrong-state"));
		}
	}

	/** Hours close while members book: whoever is booked was counted. */
	@Test
	void closingADayAndBookingItDoNotBothHappenUnseen() {
		Member member = this.clinic.member();
		for (int i = 0; i < 10; i++) {
			Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);
			OffsetDateTime eight = doctor.at(doctor.next(MONDAY), "08:00");
			Object closed = Json.body("dayOfWeek", MONDAY, "windows", List.of(), "slotMinutes", 30);

			List<Answer> answers = Crowd
				.atOnce(List.of(() -> member.at(this.b).books(doctor, eight), () -> doctor.sets(closed)));

			Answer booked = answers.get(0);
			if (booked.status() == 201) {
				answers.get(1).problem(409, "appointments-affected");
				member.cancels(booked.text("appointmentId")).is(200);
			}
			else {
				booked.problem(409, "outside-working-hours");
				answers.get(1).is(200);
			}
		}
	}

	@Test
	void anEmailIsRegisteredOnce() {
		for (int i = 0; i < 5; i++) {
			Object registration = Clinic.registration(Clinic.anEmail());
			List<Callable<Answer>> attempts = new ArrayList<>();
			for (int client = 0; client < 16; client++) {
				Daybook server = (client % 2 == 0) ? this.a : this.b;
				attempts.add(() -> server.anyone().post("/auth/register", registration));
			}

			wonOnce(Crowd.atOnce(attempts), "email-taken");
		}
	}

	@Test
	void aDoctorIsOnboardedOnce() {
		Object onboarding = Clinic.onboarding(Clinic.anEmail(), "Europe/Berlin");
		List<Callable<Answer>> attempts = new ArrayList<>();
		for (Daybook server : List.of(this.a, this.b, this.a, this.b, this.a, this.b)) {
			attempts.add(() -> this.clinic.admin().as().at(server).post("/admin/doctors", onboarding));
		}

		wonOnce(Crowd.atOnce(attempts), "email-taken");
	}

	@Test
	void anAccountIsTakenInOnce() {
		for (int i = 0; i < 5; i++) {
			Object onboarding = Json.body("userId", this.clinic.staff("DOCTOR").userId(), "specialty", "Surgery",
					"timeZone", "Europe/Berlin");
			List<Callable<Answer>> attempts = new ArrayList<>();
			for (Daybook server : List.of(this.a, this.b, this.a, this.b, this.a, this.b)) {
				attempts.add(() -> this.clinic.admin().as().at(server).post("/admin/doctors", onboarding));
			}

			wonOnce(Crowd.atOnce(attempts), "conflict");
		}
	}

	private static void wonOnce(List<Answer> answers, String otherwise) {
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201))
			.allSatisfy((answer) -> answer.problem(409, otherwise));
	}

	/**
	 * A member may win ten slots of a day; after that the limit refuses, also with 409.
	 */
	private static void note(Map<String, List<String>> winners, String slot, List<Answer> answers) {
		for (Answer answer : answers) {
			if (answer.status() == 201) {
				winners.computeIfAbsent(slot, (unused) -> new ArrayList<>()).add(answer.text("memberId"));
			}
			else {
				assertThat(answer.problem(409).code()).as(answer::toString).isIn("slot-taken", "limit-reached");
			}
		}
	}

	private List<Member> members(int count) {
		List<Member> members = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			members.add(this.clinic.member().at((i % 2 == 0) ? this.a : this.b));
		}
		return members;
	}

}
