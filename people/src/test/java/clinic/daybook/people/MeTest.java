package clinic.daybook.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static clinic.daybook.people.TestPeople.PASSWORD;
import static clinic.daybook.people.TestPeople.bean;
import static clinic.daybook.people.TestPeople.get;
import static clinic.daybook.people.TestPeople.member;
import static clinic.daybook.people.TestPeople.send;
import static clinic.daybook.people.TestPeople.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

/** One's own account, and how others know one. */
class MeTest {

	@Test
	void oneSeesOneself() {
		String email = member();
		JsonNode me = get("/auth/me", tokenOf(email, PASSWORD)).is(200);
		assertThat(me.propertyNames()).containsExactly("userId", "email", "fullName", "phone", "role");
		assertThat(me.path("email").asString()).isEqualTo(email);
		assertThat(me.path("phone").isNull()).isTrue();
		get("/auth/me", null).problem(401, "unauthenticated");
	}

	@Test
	void puttingReplaces() {
		String token = tokenOf(member(), PASSWORD);
		JsonNode changed = put(token, Map.of("fullName", " Augusta King ", "phone", "+44 1")).is(200);
		assertThat(changed.path("fullName").asString()).isEqualTo("Augusta King");
		assertThat(changed.path("phone").asString()).isEqualTo("+44 1");
		assertThat(put(token, Map.of("fullName", "A")).is(200).path("phone").isNull()).isTrue();
		assertThat(get("/auth/me", token).is(200).path("fullName").asString()).isEqualTo("A");
	}

	@Test
	void whatIsWrongIsNamed() {
		String token = tokenOf(member(), PASSWORD);
		assertThat(put(token, Map.of()).invalidFields()).containsExactly("fullName");
		assertThat(put(token, Map.of("fullName", " ", "phone", "1\n2")).invalidFields()).containsExactly("fullName",
				"phone");
		assertThat(put(token, Map.of("fullName", "A", "role", "ADMIN")).invalidFields()).containsExactly("role");
		assertThat(put(token, Map.of("fullName", "A", "email", "a@b.example")).invalidFields())
			.containsExactly("email");
	}

	@Test
	void aNewNameIsSeenByOthersAtOnce() {
		String token = tokenOf(member(), PASSWORD);
		UUID id = UUID.fromString(get("/auth/me", token).is(200).path("userId").asString());
		AccountDirectory directory = bean(AccountDirectory.class);
		UUID nobody = UUID.randomUUID();
		assertThat(directory.namesOf(List.of(id, nobody))).isEqualTo(Map.of(id, "Ada Lovelace"));
		put(token, Map.of("fullName", "Augusta King")).is(200);
		assertThat(directory.namesOf(List.of(id, nobody))).isEqualTo(Map.of(id, "Augusta King"));
		assertThat(directory.find(nobody)).isEmpty();
		assertThat(directory.memberWithId(id)).map(Person::fullName).hasValue("Augusta King");
	}

	@Test
	void onlyMembersAreMembers() {
		Person admin = bean(AccountDirectory.class)
			.find(UUID.fromString(get("/auth/me", TestPeople.adminToken()).is(200).path("userId").asString()))
			.orElseThrow();
		assertThat(admin.role()).isEqualTo(Role.ADMIN);
		assertThat(admin.toString()).doesNotContain("clinic.example");
		assertThat(bean(AccountDirectory.class).memberWithId(admin.userId())).isEmpty();
	}

	private static TestPeople.Answer put(String token, Map<String, ?> body) {
		return send("PUT", "/auth/me", new HashMap<>(body), token);
	}

}
