package clinic.daybook.people;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.IllegalTransactionStateException;

import static clinic.daybook.people.TestPeople.PASSWORD;
import static clinic.daybook.people.TestPeople.bean;
import static clinic.daybook.people.TestPeople.eventsOf;
import static clinic.daybook.people.TestPeople.get;
import static clinic.daybook.people.TestPeople.member;
import static clinic.daybook.people.TestPeople.someEmail;
import static clinic.daybook.people.TestPeople.tokenOf;
import static clinic.daybook.people.TestPeople.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The account half of onboarding. */
class DoctorAccountsTest {

	private final DoctorAccounts doctors = bean(DoctorAccounts.class);

	@Test
	void aDoctorGetsAnAccountAndIsKnownByIt() {
		String email = someEmail();
		UUID doctorId = UUID.randomUUID();
		UUID userId = onboard(email, doctorId);
		var me = get("/auth/me", tokenOf(email, PASSWORD)).is(200);
		assertThat(me.path("doctorId").asString()).isEqualTo(doctorId.toString());
		assertThat(me.path("role").asString()).isEqualTo("DOCTOR");
		assertThat(eventsOf(userId.toString())).singleElement().asString().contains("\"role\":\"DOCTOR\"");
	}

	@Test
	void whatFailsLaterLeavesNothing() {
		String email = someEmail();
		PreparedAccount prepared = this.doctors.prepare(email, PASSWORD, "Dr. No");
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> transaction().executeWithoutResult((status) -> {
				UUID userId = this.doctors.store(prepared, Actor.SYSTEM);
				this.doctors.nowIsDoctor(userId, UUID.randomUUID());
				throw new IllegalStateException("The schedule could not be opened");
			}));
		TestPeople.login(email, PASSWORD).problem(401, "bad-credentials");
		assertThat(eventsOf(prepared.userId().toString())).isEmpty();
	}

	@Test
	void takenEmailsAreRefusedEarlyAndLate() {
		String email = someEmail();
		PreparedAccount late = this.doctors.prepare(email, PASSWORD, "Dr. Late");
		onboard(email, UUID.randomUUID());
		refused(ProblemCode.EMAIL_TAKEN, () -> this.doctors.prepare(email, PASSWORD, "Dr. Early"));
		refused(ProblemCode.EMAIL_TAKEN,
				() -> transaction().executeWithoutResult((status) -> this.doctors.store(late, Actor.SYSTEM)));
		refused(ProblemCode.INVALID_REQUEST, () -> this.doctors.prepare("x", "y", "Dr. No"));
	}

	@Test
	void anAccountIsOneDoctorsAtMost() {
		UUID userId = onboard(someEmail(), UUID.randomUUID());
		refused(ProblemCode.CONFLICT, () -> nowIsDoctor(userId));
	}

	@Test
	void onlyDoctorsAccountsBecomeDoctors() {
		UUID memberId = UUID.fromString(get("/auth/me", tokenOf(member(), PASSWORD)).is(200).path("userId").asString());
		refused(ProblemCode.NOT_FOUND, () -> nowIsDoctor(memberId));
		refused(ProblemCode.NOT_FOUND, () -> nowIsDoctor(UUID.randomUUID()));
	}

	@Test
	void anAccountOfLongStandingCanBecomeADoctors() {
		Person person = bean(Accounts.class)
			.register(new NewAccount(someEmail(), PASSWORD, "Dr. Who", null, Role.DOCTOR), Actor.SYSTEM);
		nowIsDoctor(person.userId());
		assertThat(bean(AccountDirectory.class).find(person.userId()).orElseThrow().doctorId()).isNotNull();
	}

	@Test
	void theStepsInsistOnTheirPlace() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.doctors.nowIsDoctor(UUID.randomUUID(), UUID.randomUUID()));
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> transaction()
			.executeWithoutResult((status) -> this.doctors.prepare(someEmail(), PASSWORD, "Dr. No")));
	}

	private UUID onboard(String email, UUID doctorId) {
		PreparedAccount prepared = this.doctors.prepare(email, PASSWORD, "Dr. Yes");
		transaction().executeWithoutResult((status) -> {
			this.doctors.store(prepared, Actor.SYSTEM);
			this.doctors.nowIsDoctor(prepared.userId(), doctorId);
		});
		return prepared.userId();
	}

	private void nowIsDoctor(UUID userId) {
		transaction().executeWithoutResult((status) -> this.doctors.nowIsDoctor(userId, UUID.randomUUID()));
	}

	private static void refused(ProblemCode code, ThrowingCallable call) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

}
