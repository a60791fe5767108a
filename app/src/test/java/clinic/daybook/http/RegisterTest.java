package clinic.daybook.http;

import java.util.Locale;
import java.util.Map;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final String email = Clinic.anEmail();

	private final Map<String, @Nullable Object> registration = Clinic.registration(this.email);

	@Test
	void whoeverRegistersIsAMember() {
		Answer answer = registers(this.registration).is(201).hasExactly("userId", "email", "fullName", "role");

		assertThat(answer.text("email")).isEqualTo(this.email);
		assertThat(answer.text("fullName")).isEqualTo("Mina Petrova");
		assertThat(answer.text("role")).isEqualTo("MEMBER");
		assertThat(answer.header("Location")).isNotBlank();
		assertThat(answer.body()).doesNotContain(Clinic.PASSWORD);
	}

	@Test
	void aMemberMayNameTheRoleOfAMember() {
		registers(Json.with(this.registration, "role", "MEMBER")).is(201);
	}

	@Test
	void aPhoneIsKept() {
		registers(Json.with(this.registration, "phone", "+49 30 5550100")).is(201);

		Answer me = this.clinic.login(this.email, Clinic.PASSWORD).get("/auth/me").is(200);

		assertThat(me.text("phone")).isEqualTo("+49 30 5550100");
	}

	@Test
	void aNameOfAnyScriptIsKept() {
		registers(Json.with(this.registration, "fullName", "Zoë O'Łukasz-王小明 🌻")).is(201);

		Answer me = this.clinic.login(this.email, Clinic.PASSWORD).get("/auth/me").is(200);

		assertThat(me.text("fullName")).isEqualTo("Zoë O'Łukasz-王小明 🌻");
	}

	@Test
	void anEmailIsUsedOnce() {
		registers(this.registration).is(201);

		registers(this.registration).problem(409, "email-taken");
	}

	@Test
	void anEmailIsTheSameInCapitals() {
		registers(this.registration).is(201);

		registers(Json.with(this.registration, "email", this.email.toUpperCase(Locale.ROOT))).problem(409,
				"email-taken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "email", "password", "fullName" })
	void whatIsMissingIsNamed(String field) {
		registers(Json.without(this.registration, field)).blames(field);
		registers(Json.with(this.registration, field, null)).blames(field);
		registers(Json.with(this.registration, field, "")).blames(field);
	}

	@ParameterizedTest
	@CsvSource({ "email,nobody", "email,no body@clinic.example", "email,@clinic.example", "password,short",
			"fullName,'   '", "role,ROOT", "role,admin" })
	void whatIsWrongIsNamed(String field, String value) {
		registers(Json.with(this.registration, field, value)).blames(field);
	}

	@Test
	void whatIsFarTooLongIsNamed() {
		registers(Json.with(this.registration, "email", "a".repeat(400) + "@clinic.example")).blames("email");
		registers(Json.with(this.registration, "fullName", "a".repeat(5000))).blames("fullName");
		registers(Json.with(this.registration, "password", "a".repeat(5000))).blames("password");
		registers(Json.with(this.registration, "phone", "1".repeat(500))).blames("phone");
	}

	@Test
	void aNumberIsNoText() {
		registers(Json.with(this.registration, "fullName", 42)).blames("fullName");
		registers(Json.with(this.registration, "phone", 42)).blames("phone");
	}

	@Test
	void aFieldNobodyKnowsIsNamed() {
		registers(Json.with(this.registration, "isAdmin", true)).blames("isAdmin");
	}

	@Test
	void aRefusedRegistrationLeavesTheEmailFree() {
		registers(Json.with(this.registration, "fullName", "")).blames("fullName");

		registers(this.registration).is(201);
	}

	private Answer registers(Object body) {
		return this.clinic.anyone().post("/auth/register", body);
	}

}
