package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import clinic.daybook.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** A client that heard no answer asks again, and nothing happens twice. */
class IdempotencyTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final JdbcClient sql = JdbcClient.create(this.clinic.daybook().database());

	private final String key = UUID.randomUUID().toString();

	@ParameterizedTest
	@EnumSource
	void theSameAgainGivesTheFirstAnswerAgain(Creation creation) {
		Request request = creation.in(this.clinic);

		Answer first = request.sentWith(this.key).is(201);
		Answer again = request.sentWith(this.key);

		isTheSame(again, first);
		assertThat(first.header("Location")).endsWith(first.text(creation.id));
		assertThat(first.header("Consistency-Token")).isNotBlank();
		happenedOnce(creation, first);
	}

	@ParameterizedTest
	@EnumSource
	void anotherBodyWithTheSameKeyIsRefused(Creation creation) {
		Request request = creation.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);

		creation.in(this.clinic).by(request.visitor()).sentWith(this.key).problem(422, "idempotency-key-reused");

		isTheSame(request.sentWith(this.key), first);
		happenedOnce(creation, first);
	}

	/** As after a crash between the append and the remembering of the answer. */
	@ParameterizedTest
	@EnumSource
	void anAnswerThatGotLostIsGivenAgainFromWhatStands(Creation creation) {
		Request request = creation.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);
		losesTheAnswer(creation, first);

		Answer again = request.sentWith(this.key).is(201);

		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		assertThat(again.headerOrNull("ETag")).isEqualTo(first.headerOrNull("ETag"));
		assertThat(again.header("Consistency-Token")).isNotBlank();
		isTheSame(request.sentWith(this.key), again);
		happenedOnce(creation, first);
	}

	/** As after a crash before the append. */
	@ParameterizedTest
	@EnumSource
	void anAttemptThatBrokeOffIsMadeGoodByTheNext(Creation creation) {
		Request request = creation.in(this.clinic);
		this.sql.sql("""
				create function book.refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$
				""").update();
		this.sql.sql("create trigger refuse before insert on book.event execute function book.refuse()").update();
		try {
			Answer brokenOff = this.clinic.daybook().broken(() -> request.sentWith(this.key));
			assertThat(brokenOff.status()).as(brokenOff::toString).isGreaterThanOrEqualTo(500);
		}
		finally {
			this.sql.sql("drop trigger refuse on book.event").update();
			this.sql.sql("drop function book.refuse").update();
		}

		creation.in(this.clinic).by(request.visitor()).sentWith(this.key).problem(422, "idempotency-key-reused");
		Answer first = request.sentWith(this.key).is(201);

		isTheSame(request.sentWith(this.key), first);
		happenedOnce(creation, first);
	}

	@Test
	void aRefusalIsNotRemembered() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		OffsetDateTime nine = doctor.at(doctor.next(MONDAY), "09:00");
		Member other = this.clinic.member();
		String inTheWay = other.hasBooked(doctor, nine);
		Request request = new Request(this.clinic.member().as(), "/api/appointments",
				Json.body("doctorId", doctor.id(), "start", nine));
		request.sentWith(this.key).problem(409, "slot-taken");
		request.with("start", "soon").sentWith(this.key).blames("start");
		other.cancels(inTheWay).is(200);

		Answer first = request.sentWith(this.key).is(201);

		isTheSame(request.sentWith(this.key), first);
	}

	@Test
	void afterARefusalTheKeyIsGoodForAnotherBody() {
		Department department = Department.opened(this.clinic.admin());
		Request request = Creation.DEPARTMENT.in(this.clinic);

		request.with("name", department.name()).sentWith(this.key).problem(409, "department-exists");

		request.sentWith(this.key).is(201);
	}

	@Test
	void everybodyHasKeysOfTheirOwn() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		LocalDate monday = doctor.next(MONDAY);

		Set<String> ids = new HashSet<>();
		for (String time : List.of("09:00", "09:30", "10:00")) {
			ids.add(new Request(this.clinic.member().as(), "/api/appointments",
					Json.body("doctorId", doctor.id(), "start", doctor.at(monday, time)))
				.sentWith(this.key)
				.is(201)
				.text("appointmentId"));
		}

		assertThat(ids).hasSize(3);
	}

	@Test
	void anotherPathAndAnotherLoginOfTheSameCaller() {
		Creation.DEPARTMENT.in(this.clinic).sentWith(this.key).is(201);
		Request request = Creation.DOCTOR.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);

		isTheSame(request.by(this.clinic.admin().as()).sentWith(this.key), first);
	}

	@Test
	void withoutAKeyAskingTwiceIsAskingForTwo() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		Staff reception = this.clinic.reception();
		Request request = new Request(reception.as(), "/api/appointments", Json.body("doctorId", doctor.id(),
				"memberId", this.clinic.member().id(), "start", doctor.at(doctor.next(MONDAY), "09:00")));

		request.sentWithoutKey().is(201);
		request.sentWithoutKey().problem(409, "slot-taken");
		request.with("start", doctor.at(doctor.next(MONDAY), "09:30")).sentWithoutKey().is(201);
	}

	@Test
	void theFirstAnswerStaysTheFirstAnswer() {
		Request request = Creation.APPOINTMENT.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);
		String id = first.text("appointmentId");
		request.visitor().post("/api/appointments/" + id + "/cancel", Json.body()).is(200);

		isTheSame(request.sentWith(this.key), first);
		assertThat(request.visitor().get("/api/appointments/" + id).is(200).text("status")).isEqualTo("CANCELLED");
	}

	@Test
	void anAppointmentCancelledSinceIsNotBookedAnew() {
		Request request = Creation.APPOINTMENT.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);
		losesTheAnswer(Creation.APPOINTMENT, first);
		request.visitor().post("/api/appointments/" + first.text("appointmentId") + "/cancel", Json.body()).is(200);

		request.sentWith(this.key).problem(409, "wrong-state");
		request.by(this.clinic.member().as()).sentWithoutKey().is(201);
		request.sentWith(this.key).problem(409, "wrong-state");
		happenedOnce(Creation.APPOINTMENT, first);
	}

	/** With the doctor who was free then, whoever would be asked first now. */
	@Test
	void anAppointmentInADepartmentStandsWhateverHasBecomeOfIt() {
		Request request = Creation.APPOINTMENT_IN_A_DEPARTMENT.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);
		losesTheAnswer(Creation.APPOINTMENT_IN_A_DEPARTMENT, first);
		String id = String.valueOf(request.body().get("departmentId"));
		Department department = new Department(id, "", this.clinic.admin());
		this.clinic.anyone().get("/api/doctors?departmentId=" + id).items().forEach((doctor) -> {
			String doctorId = doctor.get("doctorId").stringValue();
			this.clinic.admin().delete("/admin/assign-doctor?doctorId=" + doctorId + "&departmentId=" + id).is(204);
		});
		department.closes().is(204);

		assertThat(request.sentWith(this.key).is(201).body()).isEqualTo(first.body());
		request.sentWithoutKey().problem(404, "not-found");
		happenedOnce(Creation.APPOINTMENT_IN_A_DEPARTMENT, first);
	}

	@Test
	void aDepartmentRenamedSinceWasOpenedAllTheSame() {
		Request request = Creation.DEPARTMENT.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);
		losesTheAnswer(Creation.DEPARTMENT, first);
		Department department = new Department(first.text("departmentId"), first.text("name"), this.clinic.admin());
		department.renamed("Other " + department.name()).is(200);

		assertThat(request.sentWith(this.key).is(201).body()).isEqualTo(first.body());
		assertThat(department.read().text("name")).startsWith("Other");
	}

	@Test
	void aDepartmentClosedSinceIsNotOpenedAnew() {
		Request request = Creation.DEPARTMENT.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);
		losesTheAnswer(Creation.DEPARTMENT, first);
		new Department(first.text("departmentId"), first.text("name"), this.clinic.admin()).closes().is(204);

		request.sentWith(this.key).problem(409, "conflict");
		happenedOnce(Creation.DEPARTMENT, first);
	}

	/** What they left since, they are not put into again. */
	@Test
	void aDoctorIsAnsweredForAsTheyAreNow() {
		Request request = Creation.DOCTOR_IN_A_DEPARTMENT.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);
		losesTheAnswer(Creation.DOCTOR_IN_A_DEPARTMENT, first);
		String departmentId = String.valueOf(request.body().get("departmentId"));
		request.visitor()
			.delete("/admin/assign-doctor?doctorId=" + first.text("doctorId") + "&departmentId=" + departmentId)
			.is(204);

		Answer again = request.sentWith(this.key).is(201);

		assertThat(again.text("userId")).isEqualTo(first.text("userId"));
		assertThat(again.node("departments").size()).isZero();
	}

	/** Somebody else's e-mail is not the answer to an attempt that broke off. */
	@Test
	void whatStandsUnderAnotherIdIsStillInTheWay() {
		Request request = Creation.DOCTOR.in(this.clinic);
		Answer first = request.sentWith(this.key).is(201);
		losesTheAnswer(Creation.DOCTOR, first);

		request.sentWith(UUID.randomUUID().toString()).problem(409, "email-taken");
		request.sentWithoutKey().problem(409, "email-taken");
		assertThat(request.sentWith(this.key).is(201).text("doctorId")).isEqualTo(first.text("doctorId"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "with spaces",
			"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
					+ "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
					+ "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" })
	void aMalformedKeyIsNamed(String malformed) {
		Request request = Creation.DEPARTMENT.in(this.clinic);

		request.sentWith(malformed).blames("Idempotency-Key");

		request.sentWithoutKey().is(201);
	}

	@Test
	void whoeverMayNotDoItMayNotTryItEither() {
		Request request = Creation.DEPARTMENT.in(this.clinic);
		request.by(this.clinic.anyone()).sentWith(this.key).problem(401, "unauthenticated");
		request.by(this.clinic.reception().as()).sentWith(this.key).problem(403, "forbidden");
		Staff temporary = this.clinic.staff("ADMIN");
		this.clinic.admin()
			.post("/admin/users/" + temporary.userId() + "/password",
					Json.body("temporaryPassword", "given-on-a-slip-of-paper"))
			.is(204);
		Visitor withIt = this.clinic.login(temporary.email(), "given-on-a-slip-of-paper");
		request.by(withIt).sentWith(this.key).problem(403, "forbidden");

		withIt
			.post("/auth/password",
					Json.body("currentPassword", "given-on-a-slip-of-paper", "newPassword", Clinic.PASSWORD))
			.is(204);

		request.by(withIt).sentWith(this.key).is(201);
	}

	/** A role that is gone sees no first answers any more. */
	@Test
	void aRoleWithdrawnEndsItsKeysToo() {
		Staff former = this.clinic.staff("ADMIN");
		Request request = Creation.DEPARTMENT.in(this.clinic).by(former.as());
		request.sentWith(this.key).is(201);

		this.clinic.admin()
			.put("/admin/users/" + former.userId(), Json.body("role", "AUDITOR", "enabled", true))
			.is(200);

		request.sentWith(this.key).problem(403, "forbidden");
	}

	@Test
	void whereNobodyIsLoggedInAKeyMeansNothing() {
		Visitor visitor = this.clinic.anyone().with("Idempotency-Key", this.key);
		Map<String, @Nullable Object> registration = Clinic.registration(Clinic.anEmail());

		visitor.post("/auth/register", registration).is(201);
		visitor.post("/auth/register", Clinic.registration(Clinic.anEmail())).is(201);
		visitor.post("/auth/register", registration).problem(409, "email-taken");
		String one = login(visitor, registration).text("refreshToken");
		assertThat(login(visitor, registration).text("refreshToken")).isNotEqualTo(one);
	}

	@Test
	void theDayIsTheApplications() {
		try (Daybook daybook = Daybook.alone()) {
			Request request = Creation.DEPARTMENT.in(daybook.clinic());
			Request other = Creation.DEPARTMENT.in(daybook.clinic());
			Answer first = request.sentWith(this.key).is(201);

			passes("PT23H59M", daybook);
			Visitor admin = daybook.clinic().admin().as();
			isTheSame(request.by(admin).sentWith(this.key), first);
			other.by(admin).sentWith(this.key).problem(422, "idempotency-key-reused");

			passes("PT1M", daybook);
			Answer next = other.by(admin).sentWith(this.key).is(201);
			isTheSame(other.by(admin).sentWith(this.key), next);
			request.by(admin).sentWith(this.key).problem(422, "idempotency-key-reused");
		}
	}

	private static void passes(String time, Daybook daybook) {
		daybook.clinic().admin().post("/demo/clock", Json.body("advance", time)).is(200);
	}

	private static Answer login(Visitor visitor, Map<String, @Nullable Object> registration) {
		return visitor
			.post("/auth/login",
					Json.body("email", registration.get("email"), "password", registration.get("password")))
			.is(200);
	}

	private void losesTheAnswer(Creation creation, Answer first) {
		assertThat(this.sql.sql("update web.idempotency set answer = null where id = :id")
			.param("id", UUID.fromString(first.text(creation.id)))
			.update()).isOne();
	}

	private void happenedOnce(Creation creation, Answer first) {
		assertThat(this.sql.sql("""
				select count(*) from book.event
				where type = :type and convert_from(payload, 'UTF8')::jsonb ->> :member = :id
				""")
			.param("type", creation.event)
			.param("member", creation.idInEvent)
			.param("id", first.text(creation.id))
			.query(Long.class)
			.single()).isOne();
	}

	private static void isTheSame(Answer again, Answer first) {
		again.is(first.status());
		assertThat(again.body()).isEqualTo(first.body());
		for (String header : new String[] { "Location", "ETag", "Content-Type", "Consistency-Token" }) {
			assertThat(again.headerOrNull(header)).as(header).isEqualTo(first.headerOrNull(header));
		}
	}

	/** What can be created, and how to tell that it was. */
	enum Creation {

		DEPARTMENT("departmentId", "DepartmentOpened") {
			@Override
			Request in(Clinic clinic) {
				return new Request(clinic.admin().as(), "/admin/departments",
						Json.body("name", "Ward " + UUID.randomUUID(), "description", "Third floor"));
			}
		},

		DOCTOR("doctorId", "DoctorOnboarded") {
			@Override
			Request in(Clinic clinic) {
				return new Request(clinic.admin().as(), "/admin/doctors",
						Clinic.onboarding(Clinic.anEmail(), "America/New_York"));
			}
		},

		DOCTOR_IN_A_DEPARTMENT("doctorId", "DoctorOnboarded") {
			@Override
			Request in(Clinic clinic) {
				return new Request(clinic.admin().as(), "/admin/doctors",
						Json.with(Clinic.onboarding(Clinic.anEmail(), "America/New_York"), "departmentId",
								Department.opened(clinic.admin()).id()));
			}
		},

		DOCTOR_WITH_AN_ACCOUNT("doctorId", "DoctorOnboarded") {
			@Override
			Request in(Clinic clinic) {
				return new Request(clinic.admin().as(), "/admin/doctors", Json.body("userId",
						clinic.staff("DOCTOR").userId(), "specialty", "Surgery", "timeZone", "Asia/Tokyo"));
			}
		},

		MEMBER_WITHOUT_A_LOGIN("memberId", "UserRegistered", "userId") {
			@Override
			Request in(Clinic clinic) {
				return new Request(clinic.reception().as(), "/admin/members", Json.body("fullName",
						"Mia " + UUID.randomUUID(), "email", Clinic.anEmail(), "dateOfBirth", "2019-05-04"));
			}
		},

		APPOINTMENT("appointmentId", "AppointmentBooked") {
			@Override
			Request in(Clinic clinic) {
				Doctor doctor = clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
				return new Request(clinic.member().as(), "/api/appointments", Json.body("doctorId", doctor.id(),
						"start", doctor.at(doctor.next(MONDAY), "09:00"), "reason", "It itches"));
			}
		},

		APPOINTMENT_IN_A_DEPARTMENT("appointmentId", "AppointmentBooked") {
			@Override
			Request in(Clinic clinic) {
				Department department = Department.opened(clinic.admin());
				Doctor doctor = clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
				department.takesIn(doctor).is(200);
				department.takesIn(clinic.doctor().opens(MONDAY, "09:00", "12:00", 30)).is(200);
				return new Request(clinic.member().as(), "/api/appointments",
						Json.body("departmentId", department.id(), "start", doctor.at(doctor.next(MONDAY), "09:00")));
			}
		},

		APPOINTMENT_BY_THE_FRONT_DESK("appointmentId", "AppointmentBooked") {
			@Override
			Request in(Clinic clinic) {
				Doctor doctor = clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
				return new Request(clinic.reception().as(), "/api/appointments", Json.body("doctorId", doctor.id(),
						"memberId", clinic.member().id(), "start", doctor.at(doctor.next(MONDAY), "09:00")));
			}
		};

		private final String id;

		private final String event;

		private final String idInEvent;

		Creation(String id, String event) {
			this(id, event, id);
		}

		Creation(String id, String event, String idInEvent) {
			this.id = id;
			this.event = event;
			this.idInEvent = idInEvent;
		}

		abstract Request in(Clinic clinic);

	}

	record Request(Visitor visitor, String path, Map<String, @Nullable Object> body) {

		Request by(Visitor other) {
			return new Request(other, this.path, this.body);
		}

		Request with(String field, Object value) {
			return new Request(this.visitor, this.path, Json.with(this.body, field, value.toString()));
		}

		Answer sentWith(String key) {
			return this.visitor.with("Idempotency-Key", key).post(this.path, this.body);
		}

		Answer sentWithoutKey() {
			return this.visitor.post(this.path, this.body);
		}

	}

}
