package clinic.daybook.races;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Operation;
import clinic.daybook.testing.Staff;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** Each side alone in a process, and one database for both. */
class SidesTest {

	private static final Daybook COMMAND = Daybook.side("command");

	private static final Daybook QUERY = COMMAND.otherSide("query");

	private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

	/** Whose operations both sides have. */
	private static final Predicate<String> OF_PEOPLE_OR_THE_CLOCK = Pattern
		.compile("(/auth|/admin/users|/admin/members|/demo/clock)\\b")
		.asPredicate();

	private final Clinic clinic = COMMAND.clinic();

	@AfterAll
	static void close() {
		QUERY.close();
		COMMAND.close();
	}

	@Test
	void whatOneSideWritesTheOtherShowsToWhoeverBringsTheToken() {
		Department ward = Department.opened(this.clinic.admin());
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		LocalDate monday = doctor.next(MONDAY);
		Answer assigned = ward.takesIn(doctor).is(200);
		Member member = QUERY.clinic().member().at(COMMAND);

		assertThat(namesIn(reading(assigned).get("/api/doctors?departmentId=" + ward.id())))
			.containsExactly(doctor.fullName());
		assertThat(ward.at(QUERY).read().is(200).text("name")).isEqualTo(ward.name());

		for (int i = 0; i < 20; i++) {
			Answer booked = member.books(doctor, doctor.at(monday, "09:00")).is(201);
			Visitor after = reading(booked, member);
			assertThat(idsIn(after.get("/api/appointments?status=BOOKED"))).containsExactly(idOf(booked));
			assertThat(after.get(booked.header("Location")).is(200).json()).isEqualTo(booked.json());
			assertThat(startsIn(after.get(availability(doctor, monday)))).hasSize(5);

			Answer cancelled = member.cancels(idOf(booked)).is(200);
			Visitor later = reading(cancelled, member);
			assertThat(idsIn(later.get("/api/appointments?status=BOOKED"))).isEmpty();
			assertThat(later.get(booked.header("Location")).is(200).text("status")).isEqualTo("CANCELLED");
			assertThat(startsIn(later.get(availability(doctor, monday)))).hasSize(6);
		}
	}

	/** The writer waits for the readers, whosever process they are in. */
	@Test
	void andToWhoeverBringsNone() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		OffsetDateTime nine = doctor.at(doctor.next(MONDAY), "09:00");
		Member member = this.clinic.member();

		for (int i = 0; i < 20; i++) {
			String id = member.hasBooked(doctor, nine);
			assertThat(member.at(QUERY).reads(id).is(200).text("status")).isEqualTo("BOOKED");
			assertThat(doctor.at(QUERY).freeOn(nine.toLocalDate())).hasSize(5);

			member.cancels(id).is(200);
			assertThat(member.at(QUERY).reads(id).is(200).text("status")).isEqualTo("CANCELLED");
			assertThat(doctor.at(QUERY).freeOn(nine.toLocalDate())).hasSize(6);
		}
	}

	@Test
	void togetherTheyHaveAllOperationsAndInCommonThoseOfPeople() {
		Set<String> command = namesOf(COMMAND.operations());
		Set<String> query = namesOf(QUERY.operations());

		Set<String> both = new TreeSet<>(command);
		both.addAll(query);
		assertThat(both).isEqualTo(namesOf(Daybook.shared().operations()));

		Set<String> common = new TreeSet<>(command);
		common.retainAll(query);
		assertThat(common)
			.isEqualTo(both.stream().filter(OF_PEOPLE_OR_THE_CLOCK).collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void theirDescriptionsReferToNothingThatIsNotInThem() {
		for (Daybook side : List.of(COMMAND, QUERY)) {
			Answer description = side.anyone().get("/v3/api-docs").is(200);
			Set<String> schemas = Set.copyOf(description.node("components", "schemas").propertyNames());

			assertThat(REFERENCE.matcher(description.body()).results().map((found) -> found.group(1))).isNotEmpty()
				.isSubsetOf(schemas);
			side.anyone().get("/docs").is(302);
			side.anyone().get("/").is(200);
		}
	}

	/**
	 * Not there, or where there is another operation at the same address: not by that
	 * method.
	 */
	@Test
	void neitherAnswersForTheOther() {
		isSilentOn(COMMAND, QUERY.operations());
		isSilentOn(QUERY, COMMAND.operations());
	}

	private void isSilentOn(Daybook side, List<Operation> others) {
		List<Operation> own = side.operations();
		Visitor admin = this.clinic.admin().as().at(side);
		Set<String> ownNames = namesOf(own);
		for (Operation other : others) {
			if (!ownNames.contains(other.toString())) {
				String address = other.somewhere();
				Set<String> methods = Operation.methodsAt(address, own);
				Answer answer = other.askedBy(admin, address);
				if (methods.isEmpty()) {
					answer.problem(404, "not-found");
				}
				else {
					answer.problem(405, "method-not-allowed");
					assertThat(answer.header("Allow").split(", ")).containsAll(methods).doesNotContain(other.method());
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void bothAreWell(String health) {
		for (Daybook side : List.of(COMMAND, QUERY)) {
			assertThat(side.anyone().get(health).is(200).text("status")).isEqualTo("UP");
		}
	}

	@Test
	void theDemoClinicsReadingSideStartsToo() {
		try (Daybook demo = Daybook.demoOfQueries()) {
			demo.anyone().get("/api/doctors").is(200);
			demo.anyone().get("/actuator/health").is(200);
		}
	}

	@Test
	void whoeverIsKnownAtOneIsKnownAtTheOther() {
		Member member = QUERY.clinic().member();
		assertThat(member.at(COMMAND).get("/auth/me").is(200).text("userId")).isEqualTo(member.id());

		Answer pair = logsIn(COMMAND, member).is(200);
		Answer next = refreshes(QUERY, pair).is(200);
		QUERY.anyone().withToken(next.text("accessToken")).get("/auth/me").is(200);

		member.at(QUERY).put("/auth/me", Json.body("fullName", "Mina Berg")).is(200);
		assertThat(member.at(COMMAND).get("/auth/me").is(200).text("fullName")).isEqualTo("Mina Berg");
		assertThat(this.clinic.admin().get("/admin/users?q=" + member.email()).is(200).items()).hasSize(1);
	}

	@Test
	void aTokenUsedAtOneAndAgainAtTheOtherEndsTheFamilyAtBoth() {
		Member member = this.clinic.member();
		Answer first = logsIn(COMMAND, member).is(200);
		Answer second = refreshes(QUERY, first).is(200);

		refreshes(COMMAND, first).problem(401, "unauthenticated");

		refreshes(QUERY, second).problem(401, "unauthenticated");
		isOut(second.text("accessToken"));
		isOut(first.text("accessToken"));
		member.get("/auth/me").is(200);
	}

	@Test
	void whoeverLeavesOneHasLeftTheOther() {
		for (List<Daybook> way : List.of(List.of(COMMAND, QUERY), List.of(QUERY, COMMAND))) {
			Answer pair = logsIn(way.get(0), this.clinic.member()).is(200);
			way.get(1).anyone().withToken(pair.text("accessToken")).get("/auth/me").is(200);

			way.get(1).anyone().post("/auth/logout", Json.body("refreshToken", pair.text("refreshToken"))).is(204);

			isOut(pair.text("accessToken"));
			refreshes(way.get(0), pair).problem(401, "unauthenticated");
		}
	}

	@Test
	void aPasswordChosenAtOneEndsTheOthersSessions() {
		Member member = this.clinic.member();
		Answer other = logsIn(QUERY, member).is(200);

		member.at(COMMAND)
			.post("/auth/password", Json.body("currentPassword", member.password(), "newPassword", "battery staple"))
			.is(204);

		isOut(other.text("accessToken"));
		refreshes(QUERY, other).problem(401, "unauthenticated");
		member.at(QUERY).get("/auth/me").is(200);
		logsIn(QUERY, member).problem(401, "bad-credentials");
	}

	@Test
	void aTemporaryPasswordGivenAtOneOpensNothingAtTheOther() {
		Member member = this.clinic.member();
		Object temporary = Json.body("temporaryPassword", "temporary 1");
		this.clinic.admin().as().at(QUERY).post("/admin/users/" + member.id() + "/password", temporary).is(204);
		isOut(member.as().token());

		Visitor visitor = QUERY.clinic().login(member.email(), "temporary 1");
		visitor.get("/api/appointments").problem(403, "forbidden");
		visitor.at(COMMAND).post("/api/appointments", "{}").problem(403, "forbidden");
		visitor.at(COMMAND)
			.post("/auth/password", Json.body("currentPassword", "temporary 1", "newPassword", "my very own"))
			.is(204);
		visitor.get("/api/appointments").is(200);
		visitor.at(COMMAND).post("/api/appointments", "{}").blames("start");
	}

	@Test
	void aRoleTakenAtOneIsGoneAtBoth() {
		Staff second = this.clinic.reception();
		for (List<Daybook> way : List.of(List.of(COMMAND, QUERY), List.of(QUERY, COMMAND))) {
			Visitor admin = this.clinic.admin().as().at(way.get(0));
			change(admin, second.userId(), "ADMIN", true).is(200);
			second.as().at(way.get(1)).get("/admin/users").is(200);
			second.as().at(way.get(0)).get("/admin/users").is(200);

			change(admin, second.userId(), "AUDITOR", true).is(200);
			second.as().at(way.get(1)).get("/admin/users").problem(403, "forbidden");
			second.as().at(way.get(0)).get("/admin/users").problem(403, "forbidden");
		}
		second.as().at(QUERY).get("/api/appointments").problem(403, "forbidden");
		second.as().at(COMMAND).post("/api/appointments", "{}").problem(403, "forbidden");

		change(this.clinic.admin().as().at(QUERY), second.userId(), "AUDITOR", false).is(200);
		isOut(second.as().token());
	}

	@Test
	void aDoctorNoLongerOneIsNobodysDoctor() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		String id = this.clinic.member().hasBooked(doctor, doctor.at(doctor.next(MONDAY), "09:00"));
		doctor.at(QUERY).reads(id).is(200);

		change(this.clinic.admin().as().at(QUERY), doctor.userId(), "MEMBER", true).is(200);

		doctor.at(QUERY).reads(id).problem(404, "not-found");
		assertThat(doctor.at(QUERY).get("/api/appointments").is(200).items()).isEmpty();
		doctor.cancels(id).problem(404, "not-found");
		doctor.sets(Json.body("dayOfWeek", MONDAY, "windows", List.of(), "slotMinutes", 30)).problem(403, "forbidden");
	}

	@Test
	void anEmailIsRegisteredOnceAtBoth() {
		for (int i = 0; i < 5; i++) {
			Object registration = Clinic.registration(Clinic.anEmail());

			List<Answer> answers = Crowd.atOnce(List.of(() -> COMMAND.anyone().post("/auth/register", registration),
					() -> QUERY.anyone().post("/auth/register", registration),
					() -> COMMAND.anyone().post("/auth/register", registration),
					() -> QUERY.anyone().post("/auth/register", registration)));

			assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
			assertThat(answers.stream().filter((answer) -> answer.status() != 201))
				.allSatisfy((answer) -> answer.problem(409, "email-taken"));
		}
	}

	/** Two who dismiss each other, or themselves, each at another server. */
	@Test
	void oneAdminIsLeftWhateverTwoDoAtBoth() {
		String second = this.clinic.staff("ADMIN").email();
		for (int i = 0; i < 5; i++) {
			oneIsLeft(second, Json.body("role", "MEMBER", "enabled", true), false);
			oneIsLeft(second, Json.body("role", "ADMIN", "enabled", false), false);
			oneIsLeft(second, Json.body("role", "MEMBER", "enabled", true), true);
			oneIsLeft(second, Json.body("role", "ADMIN", "enabled", false), true);
		}
		Staff admin = this.clinic.admin();
		admin.put(address(known(second, Clinic.PASSWORD)), Json.body("role", "MEMBER", "enabled", true)).is(200);
	}

	private void oneIsLeft(String email, Object dismissal, boolean themselves) {
		Staff first = this.clinic.admin();
		Staff second = known(email, Clinic.PASSWORD);

		List<Answer> answers = Crowd
			.atOnce(List.of(() -> first.as().at(COMMAND).put(address(themselves ? first : second), dismissal),
					() -> second.as().at(QUERY).put(address(themselves ? second : first), dismissal)));

		assertThat(answers.stream().filter((answer) -> answer.status() == 200)).as(answers::toString).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.status() != 200)).singleElement()
			.satisfies((answer) -> assertThat(answer.problem(answer.status()).code()).isIn("last-admin", "forbidden",
					"unauthenticated"));
		boolean firstIsLeft = (answers.get(0).status() == 200) != themselves;
		Staff left = firstIsLeft ? first : second;
		left.put(address(left), dismissal).problem(409, "last-admin");
		left.put(address(firstIsLeft ? second : first), Json.body("role", "ADMIN", "enabled", true)).is(200);
	}

	/** The book is written by both sides, so both must say when it can't be. */
	@Test
	void aBookThatIsBusyIsSaidToBe() {
		SingleConnectionDataSource one = new SingleConnectionDataSource(connectionOf(COMMAND), true);
		new TransactionTemplate(new DataSourceTransactionManager(one)).executeWithoutResult((transaction) -> {
			JdbcClient.create(one).sql("select position from book.head for update").query(Long.class).single();

			List<Answer> answers = Crowd
				.atOnce(List.of(() -> COMMAND.anyone().post("/auth/register", Clinic.registration(Clinic.anEmail())),
						() -> QUERY.anyone().post("/auth/register", Clinic.registration(Clinic.anEmail()))));

			for (Answer answer : answers) {
				assertThat(answer.problem(503, "unavailable").answer().header("Retry-After")).isEqualTo("1");
			}
		});
		one.destroy();
	}

	private Staff known(String email, String password) {
		Visitor visitor = this.clinic.login(email, password);
		return new Staff(visitor.get("/auth/me").is(200).text("userId"), email, password, visitor);
	}

	private static String address(Staff staff) {
		return "/admin/users/" + staff.userId();
	}

	private static Answer change(Visitor admin, String userId, String role, boolean enabled) {
		return admin.put("/admin/users/" + userId, Json.body("role", role, "enabled", enabled));
	}

	private static Answer logsIn(Daybook side, Member member) {
		return side.anyone().post("/auth/login", Json.body("email", member.email(), "password", member.password()));
	}

	private static Answer refreshes(Daybook side, Answer pair) {
		return side.anyone().post("/auth/refresh", Json.body("refreshToken", pair.text("refreshToken")));
	}

	private static void isOut(String accessToken) {
		for (Daybook side : List.of(COMMAND, QUERY)) {
			side.anyone().withToken(accessToken).get("/auth/me").problem(401, "unauthenticated");
		}
	}

	/** Anybody at the side that answers, with the token of a write at the other. */
	private static Visitor reading(Answer written) {
		return QUERY.anyone().with("Consistency-Token", written.header("Consistency-Token"));
	}

	private static Visitor reading(Answer written, Member member) {
		return member.as().at(QUERY).with("Consistency-Token", written.header("Consistency-Token"));
	}

	private static String availability(Doctor doctor, LocalDate day) {
		return "/api/availability/" + doctor.id() + "?from=" + day + "&to=" + day;
	}

	private static List<JsonNode> startsIn(Answer availability) {
		return List.copyOf(availability.is(200).node("days").get(0).get("slots").values());
	}

	private static String idOf(Answer appointment) {
		return appointment.text("appointmentId");
	}

	private static List<String> idsIn(Answer list) {
		return list.is(200).items().stream().map((item) -> item.get("appointmentId").stringValue()).toList();
	}

	private static List<String> namesIn(Answer list) {
		return list.is(200).items().stream().map((item) -> item.get("fullName").stringValue()).toList();
	}

	private static Set<String> namesOf(Collection<Operation> operations) {
		return operations.stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Connection connectionOf(Daybook side) {
		try {
			return side.database().getConnection();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
