package clinic.daybook.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class LoginTest {

	private final Clinic clinic = Daybook.shared().clinic();

	@Test
	void loginGivesTokens() {
		Member member = this.clinic.member();

		Answer answer = logsIn(member.email(), member.password()).is(200)
			.hasExactly("accessToken", "tokenType", "expiresIn", "refreshToken");

		assertThat(answer.text("tokenType")).isEqualTo("Bearer");
		assertThat(answer.node("expiresIn").intValue()).isEqualTo(900);
		this.clinic.anyone().withToken(answer.text("accessToken")).get("/auth/me").is(200);
	}

	@Test
	void anEmailIsTheSameInCapitals() {
		Member member = this.clinic.member();

		logsIn(member.email().toUpperCase(Locale.ROOT), member.password()).is(200);
	}

	@Test
	void aTokenTellsNobodyWhoItsOwnerIs() {
		Member member = this.clinic.member();

		String claims = new String(Base64.getUrlDecoder().decode(member.as().token().split("\\.")[1]),
				StandardCharsets.UTF_8);

		assertThat(claims).doesNotContain(member.email()).doesNotContain("Mina").contains("iss", "aud", "exp");
	}

	@Test
	void aWrongPasswordAndAnUnknownEmailAreOneAnswer() {
		Member member = this.clinic.member();

		Answer wrong = logsIn(member.email(), "not-the-password-at-all").problem(401, "bad-credentials").answer();
		Answer unknown = logsIn(Clinic.anEmail(), member.password()).problem(401, "bad-credentials").answer();

		assertThat(withoutTrace(wrong)).isEqualTo(withoutTrace(unknown));
	}

	@ParameterizedTest
	@ValueSource(strings = { "email", "password" })
	void whatIsMissingIsNamed(String field) {
		Object body = Json.without(Json.body("email", Clinic.anEmail(), "password", Clinic.PASSWORD), field);

		this.clinic.anyone().post("/auth/login", body).blames(field);
	}

	@Test
	void aFieldNobodyKnowsIsNamed() {
		this.clinic.anyone()
			.post("/auth/login", Json.body("email", Clinic.anEmail(), "password", Clinic.PASSWORD, "rememberMe", true))
			.blames("rememberMe");
	}

	@Test
	void meIsWhoeverAsks() {
		Member member = this.clinic.member("Ada Ortiz");

		Answer me = member.get("/auth/me").is(200);

		assertThat(me.text("userId")).isEqualTo(member.id());
		assertThat(me.text("email")).isEqualTo(member.email());
		assertThat(me.text("fullName")).isEqualTo("Ada Ortiz");
		assertThat(me.text("role")).isEqualTo("MEMBER");
		assertThat(me.node("phone").isNull()).isTrue();
		assertThat(me.json().path("doctorId").isString()).isFalse();
	}

	@Test
	void aDoctorLearnsTheirDoctorId() {
		Doctor doctor = this.clinic.doctor();

		Answer me = doctor.get("/auth/me").is(200);

		assertThat(me.text("doctorId")).isEqualTo(doctor.id());
		assertThat(me.text("userId")).isEqualTo(doctor.userId());
		assertThat(me.text("role")).isEqualTo("DOCTOR");
	}

	@Test
	void anybodyMayCorrectTheirNameAndPhone() {
		Member member = this.clinic.member();

		member.put("/auth/me", Json.body("fullName", "Mina Berg", "phone", "030 5550199")).is(200);

		assertThat(member.get("/auth/me").text("fullName")).isEqualTo("Mina Berg");
		assertThat(member.get("/auth/me").text("phone")).isEqualTo("030 5550199");

		member.put("/auth/me", Json.body("fullName", "Mina Berg")).is(200);
		assertThat(member.get("/auth/me").node("phone").isNull()).as("PUT replaces").isTrue();
	}

	@Test
	void nobodyCorrectsTheirRoleOrEmail() {
		Member member = this.clinic.member();

		member.put("/auth/me", Json.body("fullName", "Mina", "role", "ADMIN")).blames("role");
		member.put("/auth/me", Json.body("fullName", "Mina", "email", Clinic.anEmail())).blames("email");
		member.put("/auth/me", Json.body("fullName", " ")).blames("fullName");
		member.put("/auth/me", Json.body()).blames("fullName");
	}

	@Test
	void aRefreshTokenIsGoodOnce() {
		Member member = this.clinic.member();
		String first = logsIn(member.email(), member.password()).text("refreshToken");

		Answer second = refreshes(first).is(200).hasExactly("accessToken", "tokenType", "expiresIn", "refreshToken");
		Visitor visitor = this.clinic.anyone().withToken(second.text("accessToken"));
		visitor.get("/auth/me").is(200);

		refreshes(first).problem(401);
		refreshes(second.text("refreshToken")).problem(401);
		visitor.get("/auth/me").problem(401, "unauthenticated");
	}

	@Test
	void loggingOutEndsTheSessionAtOnceAndNoOther() {
		Member member = this.clinic.member();
		Answer other = logsIn(member.email(), member.password()).is(200);

		this.clinic.anyone().post("/auth/logout", Json.body("refreshToken", other.text("refreshToken"))).is(204);

		this.clinic.anyone().withToken(other.text("accessToken")).get("/auth/me").problem(401, "unauthenticated");
		refreshes(other.text("refreshToken")).problem(401);
		member.get("/auth/me").is(200);
	}

	@Test
	void loggingOutWithAnyTokenIsAlwaysFine() {
		this.clinic.anyone().post("/auth/logout", Json.body("refreshToken", "never-seen")).is(204);
		refreshes("never-seen").problem(401);
	}

	private Answer refreshes(String token) {
		return this.clinic.anyone().post("/auth/refresh", Json.body("refreshToken", token));
	}

	private Answer logsIn(String email, String password) {
		return this.clinic.anyone().post("/auth/login", Json.body("email", email, "password", password));
	}

	private static String withoutTrace(Answer answer) {
		return ((ObjectNode) answer.json()).without("traceId").toString();
	}

}
