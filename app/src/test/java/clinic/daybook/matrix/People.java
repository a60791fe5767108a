package clinic.daybook.matrix;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Visitor;

/** Makes accounts, and keeps their access tokens until the clock is moved. */
final class People {

	private final Clinic clinic;

	private final Once<Account> chief = new Once<>(this::theFirstAdmin);

	private final Map<String, Visitor> loggedIn = new HashMap<>();

	People(Clinic clinic) {
		this.clinic = clinic;
	}

	Clinic clinic() {
		return this.clinic;
	}

	/** The admin who was there first and does whatever a case needs done. */
	Account chief() {
		return this.chief.get();
	}

	Visitor asChief() {
		return as(chief());
	}

	Visitor as(Account account) {
		return this.loggedIn.computeIfAbsent(account.email(), (email) -> this.clinic.login(email, account.password()));
	}

	Account registered(String role) {
		String email = Clinic.anEmail();
		Answer answer = asChief().post("/auth/register", Json.with(Clinic.registration(email), "role", role)).is(201);
		return new Account(answer.text("userId"), email, Clinic.PASSWORD);
	}

	/** Not logged in before somebody asks in their name. */
	Doctor onboarded(ZoneId zone) {
		String email = Clinic.anEmail();
		String name = "Dr. Noor Haddad " + UUID.randomUUID().toString().substring(0, 8);
		Answer answer = asChief()
			.post("/admin/doctors", Json.with(Clinic.onboarding(email, zone.getId()), "fullName", name))
			.is(201);
		return new Doctor(answer.text("doctorId"), answer.text("userId"), email, Clinic.PASSWORD, name, zone,
				this.clinic.anyone());
	}

	static Account accountOf(Doctor doctor) {
		return new Account(doctor.userId(), doctor.email(), doctor.password());
	}

	/** Whoever is logged in may have to log in again. */
	void moveTheClockTo(OffsetDateTime time) {
		asChief().post("/demo/clock", Json.body("now", time)).is(200);
		this.loggedIn.clear();
	}

	private Account theFirstAdmin() {
		String id = this.clinic.login(Daybook.ADMIN_EMAIL, Daybook.ADMIN_PASSWORD)
			.get("/auth/me")
			.is(200)
			.text("userId");
		return new Account(id, Daybook.ADMIN_EMAIL, Daybook.ADMIN_PASSWORD);
	}

}
