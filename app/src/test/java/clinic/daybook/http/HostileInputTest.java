package clinic.daybook.http;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.time.DayOfWeek.MONDAY;

/** Nothing anybody sends is the server's fault, so no answer is a 5xx. */
class HostileInputTest {

	private final Clinic clinic = Daybook.shared().clinic();

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "a\u0000b", "\uFFFE", "\u202E\u200F", "'; drop table people.account; --",
			"%s%n${jndi:x}", "\r\nSet-Cookie: a=b", "<script>alert(1)</script>" })
	void anyTextIsKeptOrRefused(String text) {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		OffsetDateTime nine = doctor.at(doctor.next(MONDAY), "09:00");
		Member member = this.clinic.member();

		this.clinic.anyone()
			.post("/auth/register", Json.with(Clinic.registration(Clinic.anEmail()), "fullName", "A " + text))
			.isNoFault();
		this.clinic.anyone()
			.post("/auth/register", Json.with(Clinic.registration(Clinic.anEmail()), "phone", text))
			.isNoFault();
		this.clinic.anyone().post("/auth/register", Clinic.registration(text + "@clinic.example")).isNoFault();
		this.clinic.anyone()
			.post("/auth/login", Json.body("email", text, "password", Clinic.PASSWORD + text))
			.isNoFault();
		this.clinic.anyone().post("/auth/refresh", Json.body("refreshToken", text)).isNoFault();
		this.clinic.admin()
			.post("/admin/doctors", Json.with(Clinic.onboarding(Clinic.anEmail(), "UTC"), "specialty", "A " + text))
			.isNoFault();
		this.clinic.admin()
			.post("/admin/doctors", Clinic.onboarding(Clinic.anEmail(), "UTC" + text))
			.blames("timeZone");
		member.post("/api/appointments", Json.body("doctorId", doctor.id(), "start", nine, "reason", text)).isNoFault();
	}

	@Test
	void halfACharacterIsKeptOrRefused() {
		String half = "\\ud83c";
		String email = Clinic.anEmail();

		this.clinic.anyone()
			.post("/auth/register",
					"{\"email\":\"" + email + "\",\"password\":\"" + Clinic.PASSWORD + "\",\"fullName\":\"A " + half
							+ "\"}")
			.isNoFault();
		this.clinic.anyone()
			.post("/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + half + Clinic.PASSWORD + "\"}")
			.isNoFault();
	}

	@ParameterizedTest
	@ValueSource(strings = { "+1000000000-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "0000-01-01T00:00:00Z",
			"9999-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "1970-01-01T00:00:00+18:00",
			"+294277-01-09T04:00:54.775808Z", "2016-12-31T23:59:60Z" })
	void anyTimeIsRefusedProperly(String start) {
		Doctor doctor = this.clinic.doctor().opensEveryDay("00:00", "00:00", 30);

		this.clinic.member().post("/api/appointments", Json.body("doctorId", doctor.id(), "start", start)).isNoFault();
		this.clinic.admin()
			.post("/api/appointments",
					Json.body("doctorId", doctor.id(), "memberId", this.clinic.member().id(), "start", start))
			.isNoFault();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9999-12-31", "+999999999-12-31", "-999999999-01-01", "0000-01-01", "+12345-01-01" })
	void anyDateIsTakenOrRefused(String date) {
		Doctor doctor = this.clinic.doctor();
		String encoded = date.replace("+", "%2B");

		doctor.sets(Json.body("dayOfWeek", MONDAY, "windows", List.of(Json.window("09:00", "10:00")), "slotMinutes", 30,
				"effectiveFrom", date))
			.isNoFault();
		this.clinic.anyone().get("/api/availability/" + doctor.id() + "?from=" + encoded).isNoFault();
		this.clinic.anyone()
			.get("/api/availability/" + doctor.id() + "?from=" + encoded + "&to=" + encoded)
			.isNoFault();
		doctor.get("/api/appointments?from=" + encoded + "&to=" + encoded).isNoFault();
		this.clinic.anyone().get("/api/availability/" + doctor.id()).is(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e400", "1e999999999", "-1e999999999", "99999999999999999999999999999999", "1E1", "30.0",
			"-0" })
	void anyNumberIsTakenOrRefused(String number) {
		this.clinic.doctor()
			.sets("{\"dayOfWeek\":\"MONDAY\",\"windows\":[],\"slotMinutes\":" + number + "}")
			.isNoFault();
	}

	@Test
	void manyWindowsAreTakenOrRefused() {
		List<Object> windows = IntStream.range(0, 5000)
			.mapToObj((i) -> (Object) Json.window("09:00", "10:00"))
			.toList();

		this.clinic.doctor()
			.sets(Json.body("dayOfWeek", MONDAY, "windows", windows, "slotMinutes", 30))
			.problem(400, "invalid-request");
	}

	@Test
	void aBodyWithoutEndIsRefused() {
		String endless = "{\"email\":\"" + "a".repeat(5_000_000) + "\",\"password\":\"p\"}";

		this.clinic.anyone().post("/auth/login", endless).isNoFault();
	}

	@Test
	void headersAreInputToo() {
		Member member = this.clinic.member();

		member.as().with("Consistency-Token", "ÿ").get("/api/appointments").isNoFault();
		member.as().with("Consistency-Token", "-1").get("/api/appointments").isNoFault();
		member.as().with("traceparent", "00-0-0-01' or 1=1").get("/auth/me").is(200);
		member.as().with("Accept-Language", "xx-INVALID;q=7").get("/auth/me").isNoFault();
		member.as().with("Accept", "not a type").get("/auth/me").isNoFault();
		member.as().with("X-Forwarded-For", "'").get("/auth/me").is(200);
	}

}
