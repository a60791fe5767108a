package clinic.daybook.testing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Who works and who is treated at one server's clinic. */
public record Clinic(Daybook daybook) {

	/** Long enough for any role. */
	public static final String PASSWORD = "a-long-enough-password-4";

	public static String anEmail() {
		return "p" + UUID.randomUUID().toString().replace("-", "") + "@patients.example";
	}

	public Visitor anyone() {
		return this.daybook.anyone();
	}

	public Visitor login(String email, String password) {
		String token = anyone().post("/auth/login", Json.body("email", email, "password", password))
			.is(200)
			.text("accessToken");
		return anyone().withToken(token);
	}

	public Staff admin() {
		Visitor admin = login(Daybook.ADMIN_EMAIL, Daybook.ADMIN_PASSWORD);
		return new Staff(admin.get("/auth/me").is(200).text("userId"), Daybook.ADMIN_EMAIL, Daybook.ADMIN_PASSWORD,
				admin);
	}

	public Staff reception() {
		return staff("RECEPTION");
	}

	public Staff auditor() {
		return staff("AUDITOR");
	}

	/** Any role, registered by the admin. */
	public Staff staff(String role) {
		String email = anEmail();
		String id = admin().post("/auth/register", with(registration(email), "role", role)).is(201).text("userId");
		return new Staff(id, email, PASSWORD, login(email, PASSWORD));
	}

	public Member member() {
		return member("Mina Petrova " + UUID.randomUUID().toString().substring(0, 6));
	}

	public Member member(String fullName) {
		String email = anEmail();
		String id = anyone().post("/auth/register", with(registration(email), "fullName", fullName))
			.is(201)
			.text("userId");
		return new Member(id, email, PASSWORD, fullName, login(email, PASSWORD));
	}

	public Doctor doctor() {
		return doctor("Europe/Berlin");
	}

	public Doctor doctor(String zone) {
		String email = anEmail();
		String name = "Dr. Noor Haddad " + UUID.randomUUID().toString().substring(0, 6);
		Answer answer = admin().post("/admin/doctors", with(onboarding(email, zone), "fullName", name)).is(201);
		return new Doctor(answer.text("doctorId"), answer.text("userId"), email, PASSWORD, name, ZoneId.of(zone),
				login(email, PASSWORD));
	}

	public static Map<String, @Nullable Object> registration(String email) {
		return Json.body("email", email, "password", PASSWORD, "fullName", "Mina Petrova");
	}

	public static Map<String, @Nullable Object> onboarding(String email, String zone) {
		return Json.body("email", email, "password", PASSWORD, "fullName", "Dr. Noor Haddad", "specialty",
				"Dermatology", "timeZone", zone);
	}

	/** Moves the clock, which never goes back. */
	public void itIs(Temporal now) {
		admin().post("/demo/clock", Json.body("now", now)).is(200);
	}

	/** A zone where enough of today is over and enough is left. */
	public String whereItIsDay() {
		int hour = now().atOffset(ZoneOffset.UTC).getHour();
		return (hour > 2 && hour < 21) ? "UTC" : "Asia/Tokyo";
	}

	/** By the clock of the application, which may have been moved. */
	public Instant now() {
		return Instant.parse(anyone().get("/demo/clock").is(200).text("now"));
	}

	private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> body, String name, Object value) {
		return Json.with(body, name, value);
	}

}
