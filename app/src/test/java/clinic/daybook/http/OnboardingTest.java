package clinic.daybook.http;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class OnboardingTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Staff admin = this.clinic.admin();

	private final String email = Clinic.anEmail();

	private final Map<String, @Nullable Object> onboarding = Clinic.onboarding(this.email, "America/New_York");

	@Test
	void aDoctorIsAnAccountAndAnOpenSchedule() {
		Answer answer = onboards(this.onboarding).is(201)
			.hasExactly("doctorId", "userId", "fullName", "specialty", "timeZone", "departments");

		assertThat(answer.text("fullName")).isEqualTo("Dr. Noor Haddad");
		assertThat(answer.text("specialty")).isEqualTo("Dermatology");
		assertThat(answer.text("timeZone")).isEqualTo("America/New_York");
		assertThat(answer.node("departments").isArray()).isTrue();
		assertThat(answer.node("departments").size()).isZero();
		assertThat(answer.header("Location")).contains(answer.text("doctorId"));
		assertThat(answer.header("Consistency-Token")).isNotBlank();
		this.clinic.login(this.email, Clinic.PASSWORD).get("/auth/me").is(200);
		Answer availability = this.clinic.anyone().get("/api/availability/" + answer.text("doctorId")).is(200);
		assertThat(availability.text("timeZone")).isEqualTo("America/New_York");
		assertThat(availability.node("weeklyHours").size()).isZero();
	}

	@Test
	void anExistingDoctorAccountGetsASchedule() {
		Staff account = this.clinic.staff("DOCTOR");

		Answer answer = onboards(existing(account.userId())).is(201);

		assertThat(answer.text("userId")).isEqualTo(account.userId());
		assertThat(account.get("/auth/me").text("doctorId")).isEqualTo(answer.text("doctorId"));
		Doctor doctor = new Doctor(answer.text("doctorId"), account.userId(), account.email(), account.password(), "",
				ZoneId.of("Asia/Tokyo"), account.as());
		LocalDate monday = doctor.opens(DayOfWeek.MONDAY, "09:00", "10:00", 30).next(DayOfWeek.MONDAY);
		assertThat(doctor.freeOn(monday)).containsExactly("09:00", "09:30");
	}

	@Test
	void anAccountHasOneScheduleAtMost() {
		Staff account = this.clinic.staff("DOCTOR");
		onboards(existing(account.userId())).is(201);

		onboards(existing(account.userId())).problem(409);
		onboards(existing(this.clinic.doctor().userId())).problem(409);
	}

	@Test
	void onlyADoctorsAccountBecomesADoctor() {
		Member member = this.clinic.member();

		assertThat(onboards(existing(member.id())).status()).isBetween(400, 499);
		onboards(existing(UUID.randomUUID().toString())).problem(404, "not-found");
		onboards(existing("17")).blames("userId");
		assertThat(member.get("/auth/me").text("role")).isEqualTo("MEMBER");
	}

	@Test
	void anAccountIsEitherNewOrThereAlready() {
		Staff account = this.clinic.staff("DOCTOR");

		onboards(Json.with(this.onboarding, "userId", account.userId())).problem(400, "invalid-request");
		onboards(Json.body("specialty", "Surgery", "timeZone", "Asia/Tokyo")).problem(400, "invalid-request");
		nobodyIsLeftBehind();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mars/Olympus", "europe/berlin", "+02:00", "Berlin", "" })
	void aZoneIsAnIanaId(String zone) {
		onboards(Json.with(this.onboarding, "timeZone", zone)).blames("timeZone");

		nobodyIsLeftBehind();
	}

	@ParameterizedTest
	@ValueSource(strings = { "email", "password", "fullName", "specialty", "timeZone" })
	void whatIsMissingIsNamed(String field) {
		onboards(Json.without(this.onboarding, field)).blames(field);
		onboards(Json.with(this.onboarding, field, " ")).blames(field);

		nobodyIsLeftBehind();
	}

	@Test
	void anUnknownDepartmentLeavesNobodyBehind() {
		onboards(Json.with(this.onboarding, "departmentId", UUID.randomUUID())).problem(404, "not-found");

		nobodyIsLeftBehind();
	}

	@Test
	void aMalformedDepartmentLeavesNobodyBehind() {
		onboards(Json.with(this.onboarding, "departmentId", "surgery")).blames("departmentId");

		nobodyIsLeftBehind();
	}

	@Test
	void aFieldNobodyKnowsLeavesNobodyBehind() {
		onboards(Json.with(this.onboarding, "role", "ADMIN")).blames("role");

		nobodyIsLeftBehind();
	}

	/** The account is written before the book, whose refusal must undo it. */
	@Test
	void aBookThatCannotBeWrittenLeavesNobodyBehind() {
		String unwritable = "Unwritable " + UUID.randomUUID();
		JdbcClient sql = JdbcClient.create(this.clinic.daybook().database());
		sql.sql("""
				create function book.refuse_the_unwritable() returns trigger language plpgsql as $$
				begin
				  if convert_from(new.payload, 'UTF8') like '%Unwritable%' then
				    raise exception 'not this one';
				  end if;
				  return new;
				end $$
				""").update();
		sql.sql("""
				create trigger refuse_the_unwritable before insert on book.event
				for each row execute function book.refuse_the_unwritable()
				""").update();

		try {
			Answer answer = this.clinic.daybook()
				.broken(() -> onboards(Json.with(this.onboarding, "specialty", unwritable)));

			assertThat(answer.status()).as(answer::toString).isIn(500, 503);
			answer.problem(answer.status());
			nobodyIsLeftBehind();
		}
		finally {
			sql.sql("drop trigger refuse_the_unwritable on book.event").update();
			sql.sql("drop function book.refuse_the_unwritable").update();
		}
	}

	@Test
	void anEmailInUseIsRefusedAndItsOwnerStays() {
		Member member = this.clinic.member();

		onboards(Json.with(this.onboarding, "email", member.email())).problem(409, "email-taken");

		assertThat(member.get("/auth/me").text("role")).isEqualTo("MEMBER");
		assertThat(this.clinic.login(member.email(), member.password()).get("/auth/me").is(200).text("userId"))
			.isEqualTo(member.id());
	}

	@Test
	void theSameDoctorTwiceIsRefused() {
		onboards(this.onboarding).is(201);

		onboards(this.onboarding).problem(409, "email-taken");
	}

	/** Neither can they log in, nor is their e-mail taken. */
	private void nobodyIsLeftBehind() {
		this.clinic.anyone()
			.post("/auth/login", Json.body("email", this.email, "password", Clinic.PASSWORD))
			.problem(401, "bad-credentials");
		this.clinic.anyone().post("/auth/register", Clinic.registration(this.email)).is(201);
	}

	private static Object existing(String userId) {
		return Json.body("userId", userId, "specialty", "Surgery", "timeZone", "Asia/Tokyo");
	}

	private Answer onboards(Object body) {
		return this.admin.post("/admin/doctors", body);
	}

}
