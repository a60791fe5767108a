package clinic.daybook.http;

import java.util.List;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;
import clinic.daybook.testing.Staff;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsersTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Staff admin = this.clinic.admin();

	@Test
	void anAdminFindsAnybody() {
		Member member = this.clinic.member();
		Doctor doctor = this.clinic.doctor();

		Answer found = this.admin.get("/admin/users?q=" + member.email()).is(200).hasExactly("items", "next");
		assertThat(found.items()).singleElement().satisfies((user) -> {
			assertThat(user.propertyNames()).containsExactlyInAnyOrder("userId", "email", "fullName", "phone", "role",
					"enabled");
			assertThat(user.get("userId").stringValue()).isEqualTo(member.id());
			assertThat(user.get("enabled").booleanValue()).isTrue();
		});
		assertThat(this.admin.get("/admin/users?role=DOCTOR&q=" + doctor.email()).items()).singleElement()
			.satisfies((user) -> assertThat(user.get("doctorId").stringValue()).isEqualTo(doctor.id()));
		assertThat(this.admin.get("/admin/users?role=AUDITOR&q=" + doctor.email()).items()).isEmpty();
		assertThat(this.admin.get("/admin/users/" + doctor.userId()).is(200).text("fullName"))
			.isEqualTo(doctor.fullName());
	}

	@Test
	void theListIsReadPageByPage() {
		String surname = "Q" + UUID.randomUUID().toString().substring(0, 8);
		List<Member> members = List.of(this.clinic.member("Ada " + surname), this.clinic.member("Bea " + surname),
				this.clinic.member("Cleo " + surname));

		Answer first = this.admin.get("/admin/users?limit=2&q=" + surname).is(200);
		this.clinic.member("Aaron " + surname);
		Answer second = this.admin.get("/admin/users?limit=2&q=" + surname + "&after=" + first.text("next")).is(200);

		assertThat(idsOf(first)).containsExactly(members.get(0).id(), members.get(1).id());
		assertThat(idsOf(second)).containsExactly(members.get(2).id());
		assertThat(second.node("next").isNull()).isTrue();
	}

	@Test
	void whatIsWrongIsNamed() {
		this.admin.get("/admin/users?role=KING").blames("role");
		this.admin.get("/admin/users?colour=red").blames("colour");
		this.admin.get("/admin/users?after=here").blames("after");
		this.admin.get("/admin/users?limit=101").blames("limit");
		String path = "/admin/users/" + this.clinic.member().id();
		this.admin.put(path, Json.body("role", "MEMBER")).blames("enabled");
		this.admin.put(path, Json.body("enabled", true)).blames("role");
		this.admin.put(path, Json.body("role", "MEMBER", "enabled", true, "email", "a@b.example")).blames("email");
		this.admin.put("/admin/users/" + UUID.randomUUID(), Json.body("role", "MEMBER", "enabled", true))
			.problem(404, "not-found");
		this.admin.get("/admin/users/" + UUID.randomUUID()).problem(404, "not-found");
		this.admin.post(path + "/password", Json.body("temporaryPassword", "short")).blames("temporaryPassword");
	}

	@ParameterizedTest
	@EnumSource(RolesTest.Outsider.class)
	void onlyAnAdminAdministersUsers(RolesTest.Outsider outsider) {
		Person person = outsider.in(this.clinic);
		String path = "/admin/users/" + this.clinic.member().id();

		person.get("/admin/users").problem(403, "forbidden");
		person.get(path).problem(403, "forbidden");
		person.put(path, Json.body("role", "ADMIN", "enabled", true)).problem(403, "forbidden");
		person.post(path + "/password", Json.body("temporaryPassword", "temporary 1")).problem(403, "forbidden");
		this.clinic.anyone().get("/admin/users").problem(401, "unauthenticated");
	}

	@Test
	void aRoleGivenOrTakenCountsFromTheNextRequestOn() {
		Staff reception = this.clinic.reception();
		reception.get("/admin/users").problem(403, "forbidden");

		changes(reception.userId(), "ADMIN", true).is(200);
		reception.get("/admin/users").is(200);

		changes(reception.userId(), "RECEPTION", true).is(200);
		reception.get("/admin/users").problem(403, "forbidden");
	}

	@Test
	void whatIsWithdrawnAtOneServerIsWithdrawnAtAll() {
		Daybook one = Daybook.pair().get(0);
		Daybook other = Daybook.pair().get(1);
		Staff head = one.clinic().admin();
		Staff second = one.clinic().staff("ADMIN");
		for (int i = 0; i < 5; i++) {
			second.as().at(other).get("/admin/users").is(200);
			head.put("/admin/users/" + second.userId(), Json.body("role", "AUDITOR", "enabled", true)).is(200);
			second.as().at(other).get("/admin/users").problem(403, "forbidden");
			head.put("/admin/users/" + second.userId(), Json.body("role", "ADMIN", "enabled", true)).is(200);
		}
		head.put("/admin/users/" + second.userId(), Json.body("role", "ADMIN", "enabled", false)).is(200);
		second.as().at(other).get("/auth/me").problem(401, "unauthenticated");
	}

	@Test
	void whoeverIsDisabledIsOutUntilEnabledAndLoggedInAgain() {
		Member member = this.clinic.member();

		assertThat(changes(member.id(), "MEMBER", false).is(200).node("enabled").booleanValue()).isFalse();
		member.get("/auth/me").problem(401, "unauthenticated");
		logsIn(member.email(), member.password()).problem(401, "bad-credentials");

		changes(member.id(), "MEMBER", true).is(200);
		member.get("/auth/me").problem(401, "unauthenticated");
		logsIn(member.email(), member.password()).is(200);
	}

	@Test
	void aTemporaryPasswordOpensNothingButTheChoiceOfAnother() {
		Member member = this.clinic.member();
		this.admin.post("/admin/users/" + member.id() + "/password", Json.body("temporaryPassword", "temporary 1"))
			.is(204);
		member.get("/auth/me").problem(401, "unauthenticated");
		logsIn(member.email(), member.password()).problem(401, "bad-credentials");

		Visitor visitor = this.clinic.login(member.email(), "temporary 1");
		visitor.get("/auth/me").is(200);
		assertThat(visitor.get("/api/appointments").problem(403, "forbidden").answer().text("detail"))
			.contains("/auth/password");
		visitor.get("/demo/clock").problem(403, "forbidden");
		visitor.put("/auth/me", Json.body("fullName", "Mina")).problem(403, "forbidden");
		visitor.post("/api/appointments", "[").problem(403, "forbidden");

		visitor.post("/auth/password", Json.body("currentPassword", "temporary 1", "newPassword", "temporary 1"))
			.blames("newPassword");
		visitor.post("/auth/password", Json.body("currentPassword", "temporary 1", "newPassword", "my very own"))
			.is(204);
		visitor.get("/api/appointments").is(200);
		this.clinic.login(member.email(), "my very own").get("/api/appointments").is(200);
	}

	@Test
	void aNewPasswordEndsAllSessionsButThisOne() {
		Member member = this.clinic.member();
		Answer other = logsIn(member.email(), member.password()).is(200);

		member.post("/auth/password", Json.body("currentPassword", "wrong", "newPassword", "battery staple"))
			.problem(401, "bad-credentials");
		member.post("/auth/password", Json.body("currentPassword", member.password())).blames("newPassword");
		member.post("/auth/password", Json.body("currentPassword", member.password(), "newPassword", "battery staple"))
			.is(204);

		member.get("/auth/me").is(200);
		this.clinic.anyone().withToken(other.text("accessToken")).get("/auth/me").problem(401, "unauthenticated");
		this.clinic.anyone()
			.post("/auth/refresh", Json.body("refreshToken", other.text("refreshToken")))
			.problem(401, "unauthenticated");
		logsIn(member.email(), member.password()).problem(401, "bad-credentials");
		logsIn(member.email(), "battery staple").is(200);
		this.clinic.anyone().post("/auth/password", "{}").problem(401, "unauthenticated");
	}

	@Test
	void whoeverAnAdminRegistersIsWhereTheAnswerSays() {
		Answer registered = this.admin.post("/auth/register", Clinic.registration(Clinic.anEmail())).is(201);

		assertThat(this.admin.get(registered.header("Location")).is(200).text("userId"))
			.isEqualTo(registered.text("userId"));
	}

	@Test
	void loggingOutIsAlwaysFine() {
		Member member = this.clinic.member();
		this.clinic.anyone().send("POST", "/auth/logout", null).is(204);
		this.clinic.anyone().post("/auth/logout", "{}").is(204);
		this.clinic.anyone().withToken("expired").post("/auth/logout", Json.body("refreshToken", "x")).is(204);
		member.get("/auth/me").is(200);

		member.as().send("POST", "/auth/logout", null).is(204);
		member.get("/auth/me").problem(401, "unauthenticated");
	}

	private static List<String> idsOf(Answer page) {
		return page.items().stream().map((user) -> user.get("userId").stringValue()).toList();
	}

	private Answer changes(String userId, String role, boolean enabled) {
		return this.admin.put("/admin/users/" + userId, Json.body("role", role, "enabled", enabled));
	}

	private Answer logsIn(String email, String password) {
		return this.clinic.anyone().post("/auth/login", Json.body("email", email, "password", password));
	}

}
