package clinic.daybook.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is treated, whether they have a login or not. */
class MembersTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Staff reception = this.clinic.reception();

	private final String surname = "Q" + UUID.randomUUID().toString().substring(0, 8);

	@Test
	void theFrontDeskTakesInAChildWithAParentsEmail() {
		Member parent = this.clinic.member("Bea " + this.surname);

		Answer child = takesIn(" Mia " + this.surname + " ", parent.email().toUpperCase(Locale.ROOT), "030/555-0199",
				"2019-05-04")
			.hasExactly("memberId", "fullName", "email", "phone", "dateOfBirth", "hasLogin");

		assertThat(child.text("fullName")).isEqualTo("Mia " + this.surname);
		assertThat(child.text("email")).isEqualTo(parent.email());
		assertThat(child.text("phone")).isEqualTo("030/555-0199");
		assertThat(child.text("dateOfBirth")).isEqualTo("2019-05-04");
		assertThat(child.node("hasLogin").booleanValue()).isFalse();
		assertThat(child.text("memberId")).isNotEqualTo(parent.id());
		takesIn("Max " + this.surname, parent.email(), null, null);
	}

	@Test
	void theLocationIsTheMember() {
		Answer child = takesIn("Mia " + this.surname, null, null, null);

		assertThat(child.header("Location")).endsWith("/admin/members/" + child.text("memberId"));
		assertThat(this.reception.get(child.header("Location")).is(200).json()).isEqualTo(child.json());
		assertThat(child.node("email").isNull() && child.node("phone").isNull() && child.node("dateOfBirth").isNull())
			.isTrue();
	}

	@Test
	void whoeverHasNoLoginLogsInWithNothing() {
		String email = Clinic.anEmail();
		takesIn("Mia " + this.surname, email, null, null);

		for (String password : List.of(Clinic.PASSWORD, "", "null")) {
			this.clinic.anyone()
				.post("/auth/login", Json.body("email", email, "password", password))
				.problem(401, "bad-credentials");
		}
	}

	@Test
	void whoeverRegistersWithTheirEmailBecomesSomebodyElse() {
		String email = Clinic.anEmail();
		String child = takesIn("Mia " + this.surname, email, null, null).text("memberId");

		Answer registered = this.clinic.anyone().post("/auth/register", Clinic.registration(email)).is(201);

		assertThat(registered.text("userId")).isNotEqualTo(child);
		assertThat(this.clinic.login(email, Clinic.PASSWORD).get("/auth/me").text("userId"))
			.isEqualTo(registered.text("userId"));
		Answer still = this.reception.get("/admin/members/" + child).is(200);
		assertThat(still.text("fullName")).isEqualTo("Mia " + this.surname);
		assertThat(still.node("hasLogin").booleanValue()).isFalse();
	}

	@Test
	void aMemberWithoutALoginIsNoUser() {
		Staff admin = this.clinic.admin();
		String email = Clinic.anEmail();
		String child = takesIn("Mia " + this.surname, email, null, null).text("memberId");

		assertThat(admin.get("/admin/users?q=" + this.surname).is(200).items()).isEmpty();
		assertThat(admin.get("/admin/users?role=MEMBER&q=" + email).is(200).items()).isEmpty();
		admin.get("/admin/users/" + child).problem(404, "not-found");
		for (String role : List.of("MEMBER", "RECEPTION", "ADMIN")) {
			admin.put("/admin/users/" + child, Json.body("role", role, "enabled", true)).problem(404, "not-found");
		}
		admin.post("/admin/users/" + child + "/password", Json.body("temporaryPassword", "temporary 1"))
			.problem(404, "not-found");
		admin.post("/admin/doctors", Json.body("userId", child, "specialty", "Surgery", "timeZone", "Asia/Tokyo"))
			.problem(404, "not-found");
		this.clinic.anyone()
			.post("/auth/login", Json.body("email", email, "password", "temporary 1"))
			.problem(401, "bad-credentials");
	}

	@Test
	void membersWithALoginAndWithoutAreFoundTogether() {
		Member parent = this.clinic.member("Bea " + this.surname);
		String child = takesIn("Ada " + this.surname, parent.email(), "+49 30 / 555-01 99", null).text("memberId");
		this.clinic.doctor();

		assertThat(foundBy(this.surname.toLowerCase(Locale.ROOT))).containsExactly(child, parent.id());
		assertThat(foundBy(parent.email().toUpperCase(Locale.ROOT))).containsExactly(child, parent.id());
		assertThat(foundBy("Ada%20" + this.surname)).containsExactly(child);
		assertThat(foundBy("%25" + this.surname)).as("no wildcards").isEmpty();
		JsonNode found = this.reception.get("/admin/members?q=Bea%20" + this.surname).is(200).items().getFirst();
		assertThat(found.propertyNames()).containsExactlyInAnyOrder("memberId", "fullName", "email", "phone",
				"dateOfBirth", "hasLogin");
		assertThat(found.get("hasLogin").booleanValue()).isTrue();
	}

	@Test
	void aCallerIsFoundByTheirNumberHoweverItIsWritten() {
		String digits = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 1);
		String written = "+" + digits.substring(0, 3) + " (" + digits.substring(3, 6) + ") " + digits.substring(6);
		String caller = takesIn("Mia " + this.surname, null, written, null).text("memberId");

		assertThat(foundBy(digits)).containsExactly(caller);
		assertThat(foundBy(digits.substring(0, 6) + "-" + digits.substring(6))).containsExactly(caller);
		assertThat(foundBy("(" + digits.substring(3, 6) + ")%20" + digits.substring(6))).containsExactly(caller);
		assertThat(foundBy("x" + digits)).isEmpty();
		assertThat(this.reception.get("/admin/members?limit=100&q=-").is(200).items())
			.as("what has no digits is looked for as it is")
			.noneMatch((member) -> member.get("memberId").stringValue().equals(caller));
	}

	@Test
	void whoeverIsNoMemberIsNotListed() {
		Person doctor = this.clinic.doctor();

		this.reception.get("/admin/members/" + doctor.get("/auth/me").text("userId")).problem(404, "not-found");
		assertThat(foundBy(doctor.get("/auth/me").text("email"))).isEmpty();
		assertThat(foundBy(this.reception.email())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 2, 40_000, -131 * 366L })
	void nobodyIsBornTomorrowOrBeforeAnybodyAlive(long days) {
		this.reception
			.post("/admin/members", Json.body("fullName", "Mia", "dateOfBirth", today().plusDays(days).toString()))
			.blames("dateOfBirth");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, -129 * 365L })
	void anybodyElseMayBe(long days) {
		takesIn("Mia " + this.surname, null, null, today().plusDays(days).toString());
	}

	@Test
	void allThatIsWrongIsNamed() {
		Answer answer = this.reception
			.post("/admin/members",
					Json.body("fullName", " ", "email", "nobody", "phone", "1\n2", "dateOfBirth", "1492-10-12"))
			.problem(400, "invalid-request")
			.answer();

		assertThat(answer.node("errors").valueStream().map((error) -> error.get("field").stringValue()))
			.containsExactlyInAnyOrder("fullName", "email", "phone", "dateOfBirth");
		this.reception.post("/admin/members", Json.body("email", Clinic.anEmail())).blames("fullName");
		this.reception.post("/admin/members", Json.body("fullName", "Mia", "role", "ADMIN")).blames("role");
		this.reception.post("/admin/members", Json.body("fullName", "Mia", "password", "x")).blames("password");
	}

	@ParameterizedTest
	@EnumSource(names = { "MEMBER", "DOCTOR", "AUDITOR" }, value = RolesTest.Outsider.class)
	void onlyTheFrontDeskAndAnAdminKnowWhoTheMembersAre(RolesTest.Outsider outsider) {
		Person person = outsider.in(this.clinic);
		String child = takesIn("Mia " + this.surname, null, null, null).text("memberId");

		person.get("/admin/members?q=" + this.surname).problem(403, "forbidden");
		person.get("/admin/members/" + child).problem(403, "forbidden");
		person.post("/admin/members", Json.body("fullName", "Mia")).problem(403, "forbidden");
		this.clinic.anyone().get("/admin/members").problem(401, "unauthenticated");
		assertThat(this.clinic.admin().get("/admin/members/" + child).is(200).text("memberId")).isEqualTo(child);
	}

	private Answer takesIn(String fullName, @Nullable String email, @Nullable String phone,
			@Nullable String dateOfBirth) {
		return this.reception
			.post("/admin/members",
					Json.body("fullName", fullName, "email", email, "phone", phone, "dateOfBirth", dateOfBirth))
			.is(201);
	}

	private List<String> foundBy(String text) {
		return this.reception.get("/admin/members?q=" + text)
			.is(200)
			.items()
			.stream()
			.map((member) -> member.get("memberId").stringValue())
			.toList();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clinic.now(), ZoneOffset.UTC);
	}

}
