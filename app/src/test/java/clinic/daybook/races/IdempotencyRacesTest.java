package clinic.daybook.races;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The same request at the same moment, at two servers. */
class IdempotencyRacesTest {

	private final Daybook a = Daybook.pair().get(0);

	private final Daybook b = Daybook.pair().get(1);

	private final Clinic clinic = this.a.clinic();

	private final JdbcClient sql = JdbcClient.create(this.a.database());

	private final BookInspection book = new BookInspection(this.a);

	@AfterEach
	void theBookIsWhole() {
		this.book.findsNothingWrong();
	}

	/** 200 bookings: 20 members, each at another time with each of ten doctors. */
	@Test
	void bookingsSentThreeTimesAreBookedOnce() {
		List<Doctor> doctors = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			doctors.add(this.clinic.doctor().opens(MONDAY, "08:00", "18:00", 30));
		}
		List<Member> members = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			members.add(this.clinic.member());
		}
		LocalDate monday = doctors.getFirst().next(MONDAY);
		List<Request> requests = new ArrayList<>();
		for (int doctor = 0; doctor < 10; doctor++) {
			for (int member = 0; member < 20; member++) {
				requests.add(new Request(members.get(member).as(), "/api/appointments",
						Json.body("doctorId", doctors.get(doctor).id(), "start",
								doctors.get(doctor).at(monday, "08:00").plusMinutes(30L * ((doctor + member) % 20)),
								"reason", "It itches")));
			}
		}

		assertThat(eachThreeTimesAtOnce(requests, "appointmentId")).hasSize(200);

		for (Doctor doctor : doctors) {
			assertThat(this.book.events("schedule-" + doctor.id(), "AppointmentBooked")).isEqualTo(20);
			assertThat(doctor.freeOn(monday)).isEmpty();
		}
	}

	@Test
	void departmentsSentThreeTimesAreOpenedOnce() {
		Visitor admin = this.clinic.admin().as();
		List<Request> requests = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			requests.add(new Request(admin, "/admin/departments", Json.body("name", "Ward " + UUID.randomUUID())));
		}

		for (String id : eachThreeTimesAtOnce(requests, "departmentId")) {
			assertThat(this.book.events("department-" + id, "DepartmentOpened")).isOne();
		}
	}

	@Test
	void doctorsSentThreeTimesAreOnboardedOnce() {
		Visitor admin = this.clinic.admin().as();
		List<Request> requests = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			requests.add(new Request(admin, "/admin/doctors", Clinic.onboarding(Clinic.anEmail(), "Asia/Tokyo")));
		}

		for (String id : eachThreeTimesAtOnce(requests, "doctorId")) {
			assertThat(this.book.events("doctor-" + id, "DoctorOnboarded")).isOne();
			assertThat(this.book.events("schedule-" + id, "ScheduleOpened")).isOne();
		}
	}

	@Test
	void aMemberWithoutALoginTakenForDeadIsTakenOverAndTakenInOnce() throws Exception {
		String id = takenOver(new Request(this.clinic.reception().as(), "/admin/members",
				Json.body("fullName", "Mia Petrova", "email", Clinic.anEmail())), "memberId");

		assertThat(this.book.events("user-" + id, "UserRegistered")).isOne();
	}

	/** One slot, many members, each of them three times: one wins, three times. */
	@Test
	void whoeverWinsASlotWinsItEachTimeTheyAsked() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "18:00", 30);
		List<Callable<Answer>> attempts = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			Request request = new Request(this.clinic.member().as(), "/api/appointments",
					Json.body("doctorId", doctor.id(), "start", doctor.at(doctor.next(MONDAY), "08:00")));
			attempts.addAll(threeTimes(request));
		}

		List<Answer> answers = Crowd.atOnce(attempts);

		assertThat(answers).filteredOn((answer) -> answer.status() == 201)
			.hasSize(3)
			.extracting(Answer::body)
			.containsOnly(answers.stream().filter((answer) -> answer.status() == 201).findFirst().orElseThrow().body());
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.allSatisfy((answer) -> answer.problem(409, "slot-taken"));
		assertThat(this.book.events("schedule-" + doctor.id(), "AppointmentBooked")).isOne();
	}

	@Test
	void aBookingTakenForDeadIsTakenOverAndBookedOnce() throws Exception {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "18:00", 30);
		Request request = new Request(this.clinic.member().as(), "/api/appointments",
				Json.body("doctorId", doctor.id(), "start", doctor.at(doctor.next(MONDAY), "08:00")));

		takenOver(request, "appointmentId");

		assertThat(this.book.events("schedule-" + doctor.id(), "AppointmentBooked")).isOne();
	}

	@Test
	void aBookingInADepartmentTakenForDeadIsTakenOverAndBookedOnce() throws Exception {
		Department department = Department.opened(this.clinic.admin());
		List<Doctor> doctors = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "18:00", 30);
			department.takesIn(doctor).is(200);
			doctors.add(doctor);
		}

		takenOver(new Request(this.clinic.member().as(), "/api/appointments", Json.body("departmentId", department.id(),
				"start", doctors.getFirst().at(doctors.getFirst().next(MONDAY), "08:00"))), "appointmentId");

		assertThat(doctors.stream()
			.mapToLong((doctor) -> this.book.events("schedule-" + doctor.id(), "AppointmentBooked"))
			.sum()).isOne();
	}

	@Test
	void aDepartmentTakenForDeadIsTakenOverAndOpenedOnce() throws Exception {
		String id = takenOver(new Request(this.clinic.admin().as(), "/admin/departments",
				Json.body("name", "Ward " + UUID.randomUUID())), "departmentId");

		assertThat(this.book.events("department-" + id, "DepartmentOpened")).isOne();
	}

	@Test
	void aDoctorTakenForDeadIsTakenOverAndOnboardedOnce() throws Exception {
		String id = takenOver(new Request(this.clinic.admin().as(), "/admin/doctors",
				Clinic.onboarding(Clinic.anEmail(), "Asia/Tokyo")), "doctorId");

		assertThat(this.book.events("doctor-" + id, "DoctorOnboarded")).isOne();
	}

	/**
	 * The book is held while one attempt after the other, of which the former counts as
	 * dead, comes to the append; then both go on. Gives the id of what they made.
	 */
	private String takenOver(Request request, String id) throws Exception {
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
				Connection holdsTheBook = this.a.database().getConnection()) {
			holdsTheBook.setAutoCommit(false);
			execute("select from book.head for update", holdsTheBook);
			Future<Answer> first = clients.submit(() -> request.at(this.a));
			waitForTheBook(1);
			assertThat(this.sql.sql("""
					update web.idempotency set leased_until = clock_timestamp() where lease is not null
					""").update()).isOne();
			Future<Answer> second = clients.submit(() -> request.at(this.b));
			waitForTheBook(2);
			holdsTheBook.rollback();

			Answer one = first.get().is(201);
			Answer other = second.get().is(201);

			assertThat(one.body()).isEqualTo(other.body());
			assertThat(request.at(this.a).is(201).body()).isEqualTo(one.body());
			return one.text(id);
		}
	}

	private void waitForTheBook(int attempts) {
		await().until(() -> this.sql.sql("""
				select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
				""").query(Integer.class).single() == attempts);
	}

	private static void execute(String statement, Connection connection) throws SQLException {
		try (Statement execution = connection.createStatement()) {
			execution.execute(statement);
		}
	}

	/** Everybody hears the same; gives the ids of what was made. */
	private Set<String> eachThreeTimesAtOnce(List<Request> requests, String id) {
		List<Answer> answers = Crowd
			.atOnce(requests.stream().flatMap((request) -> threeTimes(request).stream()).toList());

		Set<String> ids = new HashSet<>();
		for (int i = 0; i < answers.size(); i += 3) {
			Answer first = answers.get(i).is(201);
			for (Answer again : answers.subList(i + 1, i + 3)) {
				again.is(201);
				assertThat(again.body()).isEqualTo(first.body());
				for (String header : List.of("Location", "ETag", "Content-Type", "Consistency-Token")) {
					assertThat(again.headerOrNull(header)).as(header).isEqualTo(first.headerOrNull(header));
				}
			}
			ids.add(first.text(id));
		}
		assertThat(ids).hasSameSizeAs(requests);
		return ids;
	}

	private List<Callable<Answer>> threeTimes(Request request) {
		return List.of(() -> request.at(this.a), () -> request.at(this.b), () -> request.at(this.a));
	}

	private record Request(Visitor visitor, String path, Object body) {

		Request(Visitor visitor, String path, Object body) {
			this.visitor = visitor.with("Idempotency-Key", UUID.randomUUID().toString());
			this.path = path;
			this.body = body;
		}

		Answer at(Daybook server) {
			return this.visitor.at(server).post(this.path, this.body);
		}

	}

}
