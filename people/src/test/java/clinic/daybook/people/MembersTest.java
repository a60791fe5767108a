package clinic.daybook.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.web.Actor;
import clinic.daybook.web.NewId;
import clinic.daybook.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.dao.DataIntegrityViolationException;

import static clinic.daybook.people.TestPeople.ADMIN;
import static clinic.daybook.people.TestPeople.PASSWORD;
import static clinic.daybook.people.TestPeople.adminToken;
import static clinic.daybook.people.TestPeople.bean;
import static clinic.daybook.people.TestPeople.eventsOf;
import static clinic.daybook.people.TestPeople.idOf;
import static clinic.daybook.people.TestPeople.jdbc;
import static clinic.daybook.people.TestPeople.login;
import static clinic.daybook.people.TestPeople.member;
import static clinic.daybook.people.TestPeople.post;
import static clinic.daybook.people.TestPeople.registration;
import static clinic.daybook.people.TestPeople.send;
import static clinic.daybook.people.TestPeople.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Members without a login. */
class MembersTest {

	@Test
	void theBookKnowsThatTheyAreAMemberAndNothingElse() {
		String email = someEmail();
		String id = takenIn(email);
		assertThat(eventsOf(id)).singleElement()
			.satisfies((event) -> assertThat(event)
				.startsWith("UserRegistered 0 {\"userId\":\"" + id + "\",\"role\":\"MEMBER\"} ")
				.contains("\"actorId\":\"" + idOf(ADMIN) + "\"", "\"actorRole\":\"ADMIN\"")
				.doesNotContain(email, "Mia", "2019"));
	}

	@Test
	void appointmentsCanBeMadeForThemAndTheyHaveAName() {
		UUID id = UUID.fromString(takenIn(someEmail()));
		AccountDirectory directory = bean(AccountDirectory.class);
		assertThat(directory.memberWithId(id)).map(Person::fullName).hasValue("Mia Lovelace");
		assertThat(directory.namesOf(List.of(id))).isEqualTo(Map.of(id, "Mia Lovelace"));
	}

	@Test
	void anEmailThatSomebodyLogsInWithIsNeitherTakenNorInTheWay() {
		String parents = member();
		takenIn(parents);
		takenIn(parents);
		login(parents, PASSWORD).is(200);
		String childs = someEmail();
		String child = takenIn(childs);
		login(childs, PASSWORD).problem(401, "bad-credentials");
		post("/auth/register", registration(childs)).is(201);
		login(childs, PASSWORD).is(200);
		assertThat(idOf(childs)).isNotEqualTo(child);
		post("/auth/register", registration(childs)).problem(409, "email-taken");
	}

	@Test
	void anAttemptThatIsMadeAgainTakesInNobodyElse() {
		NewId newId = NewId.fresh();
		NewMember mia = new NewMember(" Mia ", " Mia@Example.org ", " ", LocalDate.parse("2019-05-04"));
		Member first = bean(Members.class).takeIn(newId, mia, Actor.SYSTEM);
		assertThat(bean(Members.class).takeIn(newId, mia, Actor.SYSTEM)).isEqualTo(first)
			.isEqualTo(new Member(newId.value(), "Mia", "mia@example.org", null, LocalDate.parse("2019-05-04"), false));
		assertThat(eventsOf(newId.value().toString())).hasSize(1);
	}

	@Test
	void whatIsKnownOfThemIsNotPrinted() {
		NewMember mia = new NewMember("Mia", "mia@example.org", "030", LocalDate.parse("2019-05-04"));
		assertThat(mia.toString()).isEqualTo("NewMember[...]");
		assertThat(mia.member(new UUID(0, 1)).toString()).isEqualTo("Member[" + new UUID(0, 1) + "]");
	}

	/** Whoever is first to get a password for it would have the role. */
	@ParameterizedTest
	@ValueSource(strings = { "DOCTOR", "RECEPTION", "AUDITOR", "ADMIN" })
	void theDatabaseGivesNoRoleToWhoeverHasNoLogin(String role) {
		String id = takenIn(someEmail());
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> jdbc().sql("UPDATE people.account SET role = :role WHERE id = CAST(:id AS uuid)")
				.param("role", role)
				.param("id", id)
				.update());
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-02T09:59:59Z,2026-12-02", "2026-12-02T10:00:00Z,2026-12-03",
			"2026-12-02T09:59:59Z,1896-12-02" })
	void theyWereBornBeforeTheirFirstVisitWhereverThatIs(Instant now, LocalDate dateOfBirth) {
		assertThatCode(() -> born(dateOfBirth).check(now)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-02T09:59:59Z,2026-12-03", "2026-12-02T10:00:00Z,2026-12-04",
			"2026-12-02T09:59:59Z,1896-12-01" })
	void nobodyIsBornWhereNoDayHasBegunYetOrBeforeAnybodyAlive(Instant now, LocalDate dateOfBirth) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> born(dateOfBirth).check(now));
	}

	private static NewMember born(LocalDate dateOfBirth) {
		return new NewMember("Mia", null, null, dateOfBirth);
	}

	/** A new member's id, with this e-mail and without a login. */
	static String takenIn(String email) {
		JsonNode member = send("POST", "/admin/members",
				Map.of("fullName", "Mia Lovelace", "email", email, "dateOfBirth", "2019-05-04"), adminToken())
			.is(201);
		return member.path("memberId").asString();
	}

}
