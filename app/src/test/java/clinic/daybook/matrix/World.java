package clinic.daybook.matrix;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Staff;
import clinic.daybook.testing.Visitor;

/**
 * A doctor, a member and what they have to do with each other, each made when it is first
 * asked for. The doctor sees somebody every five minutes of one day of the week, which is
 * today.
 */
final class World {

	private static final int SLOT = 5;

	private final People people;

	private final Bystanders bystanders;

	private final Once<Instant> now;

	private final Once<Doctor> doctor = new Once<>(this::openDoctor);

	private final Once<Account> member;

	private final Once<Account> anotherMember;

	private final Once<String> booked = new Once<>(() -> bookedAt(slot(0)));

	private final Once<String> timeOff = new Once<>(this::takeTimeOff);

	private final Once<String> extraHours = new Once<>(this::openExtraHours);

	private final Once<String> held = new Once<>(() -> holds(member(), slot(0)));

	private final Set<String> steps = new HashSet<>();

	private final Once<Department> department = new Once<>(this::openDepartment);

	private final Once<String> closed = new Once<>(this::closeDepartment);

	private final Once<String> reason = new Once<>(() -> "A mole that itches " + UUID.randomUUID());

	private final Once<String> email = new Once<>(Clinic::anEmail);

	private final Once<String> name = new Once<>(() -> "Ward " + UUID.randomUUID().toString().substring(0, 8));

	World(People people, Bystanders bystanders) {
		this.people = people;
		this.bystanders = bystanders;
		this.now = new Once<>(people.clinic()::now);
		this.member = new Once<>(() -> people.registered("MEMBER"));
		this.anotherMember = new Once<>(() -> people.registered("MEMBER"));
	}

	Visitor as(Caller caller) {
		return switch (caller) {
			case NOBODY -> this.people.clinic().anyone();
			case BAD_TOKEN -> this.people.clinic().anyone().withToken("forged");
			case ITS_MEMBER, ANOTHER_MEMBER, ITS_DOCTOR, ANOTHER_DOCTOR, RECEPTION, AUDITOR, ADMIN ->
				this.people.as(accountOf(caller));
		};
	}

	/** Whoever has no account of their own comes with the member's. */
	Account accountOf(Caller caller) {
		return switch (caller) {
			case NOBODY, BAD_TOKEN, ITS_MEMBER -> member();
			case ANOTHER_MEMBER -> this.anotherMember.get();
			case ITS_DOCTOR -> People.accountOf(doctor());
			case ANOTHER_DOCTOR -> this.bystanders.doctor().get();
			case RECEPTION -> this.bystanders.reception().get();
			case AUDITOR -> this.bystanders.auditor().get();
			case ADMIN -> this.bystanders.admin().get();
		};
	}

	Account chief() {
		return this.people.chief();
	}

	Visitor asChief() {
		return this.people.asChief();
	}

	Account member() {
		return this.member.get();
	}

	/** The id of a child, say, whose e-mail is their parent's. */
	String withoutLogin() {
		return asChief().post("/admin/members", Json.body("fullName", "Mia Petrova", "email", member().email()))
			.is(201)
			.text("memberId");
	}

	Account another(String role) {
		return this.people.registered(role);
	}

	/** An e-mail nobody uses yet. */
	String freeEmail() {
		return this.email.get();
	}

	/** A name no department has yet. */
	String freeName() {
		return this.name.get();
	}

	/** What no two worlds have in common, so that it is known again wherever it shows. */
	String reason() {
		return this.reason.get();
	}

	Doctor doctor() {
		return this.doctor.get();
	}

	/** One more, with the same hours. */
	Doctor openDoctor() {
		Doctor opened = this.people.onboarded(zone());
		asChief()
			.post("/api/availability", Json.body("doctorId", opened.id(), "dayOfWeek", today(), "windows",
					List.of(Json.window("00:00", "00:00")), "slotMinutes", SLOT))
			.is(200);
		return opened;
	}

	Department department() {
		return this.department.get();
	}

	String closedDepartment() {
		return this.closed.get();
	}

	Department openDepartment() {
		Account chief = chief();
		return Department.opened(new Staff(chief.userId(), chief.email(), chief.password(), asChief()));
	}

	private String closeDepartment() {
		Department closing = openDepartment();
		closing.closes().is(204);
		return closing.id();
	}

	DayOfWeek today() {
		return slot(0).getDayOfWeek();
	}

	/** The first slot that is still a little ahead, or a later one. */
	OffsetDateTime slot(int number) {
		OffsetDateTime minute = this.now.get().atZone(zone()).toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES);
		return minute.plusMinutes((2 + number) * SLOT - minute.getMinute() % SLOT);
	}

	/** The member's appointment with the doctor, later today. */
	String booked() {
		return this.booked.get();
	}

	String bookedAt(OffsetDateTime start) {
		return books(member(), doctor(), start);
	}

	/** The first slot, which the member holds with the doctor. */
	String held() {
		return this.held.get();
	}

	/** The doctor's, the day after tomorrow. */
	String timeOff() {
		return this.timeOff.get();
	}

	private String takeTimeOff() {
		return asChief()
			.post("/api/availability/" + doctor().id() + "/time-off",
					Json.body("start", slot(0).plusDays(2), "end", slot(0).plusDays(2).plusHours(2), "reason",
							reason()))
			.is(201)
			.text("timeOffId");
	}

	/** The doctor's, in three days. */
	String extraHours() {
		return this.extraHours.get();
	}

	private String openExtraHours() {
		return asChief().post("/api/availability/" + doctor().id() + "/extra-hours",
				Json.body("date", slot(0).plusDays(3).toLocalDate(), "windows", List.of(Json.window("09:00", "12:00")),
						"slotMinutes", 30))
			.is(201)
			.text("extraHoursId");
	}

	String holds(Account patient, OffsetDateTime start) {
		return asChief()
			.post("/api/appointments/holds",
					Json.body("doctorId", doctor().id(), "memberId", patient.userId(), "start", start))
			.is(201)
			.text("holdId");
	}

	String books(Account patient, Doctor with, OffsetDateTime start) {
		return asChief()
			.post("/api/appointments",
					Json.body("doctorId", with.id(), "memberId", patient.userId(), "start", start, "reason", reason()))
			.is(201)
			.text("appointmentId");
	}

	/** And what was done with it since, each once. */
	String bookedAnd(String... steps) {
		for (String step : steps) {
			if (this.steps.add(step)) {
				asChief().send("POST", "/api/appointments/" + booked() + "/" + step, null).is(200);
			}
		}
		return booked();
	}

	/** The same appointment at the moment it begins. */
	String begun() {
		String id = booked();
		if (this.people.clinic().now().isBefore(slot(0).toInstant())) {
			this.people.moveTheClockTo(slot(0));
		}
		return id;
	}

	/** Once everything else is there, since the member can do no more of it then. */
	Visitor asMemberWhoMustChooseAPassword() {
		asChief().post("/admin/users/" + member().userId() + "/password", Json.body("temporaryPassword", "temporary 1"))
			.is(204);
		return this.people.clinic().login(member().email(), "temporary 1");
	}

	/** A refresh token of a session nobody uses otherwise. */
	String refreshTokenOf(Account account) {
		return this.people.clinic()
			.anyone()
			.post("/auth/login", Json.body("email", account.email(), "password", account.password()))
			.is(200)
			.text("refreshToken");
	}

	/** Where it is morning, so that there is enough of today left. */
	private ZoneId zone() {
		int hour = this.now.get().atOffset(ZoneOffset.UTC).getHour();
		return ZoneId.of((hour < 12) ? "Etc/UTC" : "Pacific/Honolulu");
	}

}
