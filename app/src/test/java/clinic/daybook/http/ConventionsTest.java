package clinic.daybook.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Operation;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every operation that the server describes, those to come included. */
class ConventionsTest {

	private static final Daybook DAYBOOK = Daybook.shared();

	private static final List<Operation> OPERATIONS = DAYBOOK.operations();

	private static final Set<String> ALL_METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");

	private static final int TOO_MUCH = 300 * 1024;

	/** Whoever comes for a token needs no good one. */
	private static final Set<String> WITH_ANY_TOKEN = Set.of("POST /auth/login", "POST /auth/refresh",
			"POST /auth/logout");

	/** By contract; whatever else comes needs a token. */
	private static final Set<String> PUBLIC = Set.of("POST /auth/register", "POST /auth/login", "POST /auth/refresh",
			"POST /auth/logout", "GET /api/departments", "GET /api/departments/{departmentId}", "GET /api/doctors",
			"GET /api/doctors/{doctorId}", "GET /api/availability/{doctorId}", "GET /api/slots", "GET /demo/clock");

	private final Visitor anyone = DAYBOOK.anyone();

	private final Visitor admin = Admin.VISITOR;

	static List<Operation> all() {
		return OPERATIONS;
	}

	static List<Operation> protectedOnes() {
		return OPERATIONS.stream().filter((operation) -> !operation.isPublic()).toList();
	}

	static List<Operation> withABody() {
		return OPERATIONS.stream().filter(Operation::takesBody).toList();
	}

	static List<Operation> withIds() {
		return OPERATIONS.stream().filter((operation) -> !operation.ids().isEmpty()).toList();
	}

	static List<Operation> readsById() {
		return withIds().stream()
			.filter((operation) -> operation.method().equals("GET") && !operation.insistsOnAQuery())
			.toList();
	}

	static List<Operation> lists() {
		return OPERATIONS.stream().filter((operation) -> operation.takes("limit")).toList();
	}

	@Test
	void thereAreSomeOfEach() {
		assertThat(List.of(protectedOnes(), withABody(), withIds(), readsById(), lists())).noneMatch(List::isEmpty);
	}

	@Test
	void nothingIsPublicThatIsNotMeantToBe() {
		assertThat(OPERATIONS.stream().filter(Operation::isPublic).map(Operation::toString))
			.contains("GET /api/doctors")
			.isSubsetOf(PUBLIC);
	}

	@ParameterizedTest
	@MethodSource("protectedOnes")
	void whatIsNotPublicAsksForAToken(Operation operation) {
		Answer answer = operation.askedBy(this.anyone, operation.somewhere()).problem(401, "unauthenticated").answer();

		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
	}

	@ParameterizedTest
	@MethodSource("all")
	void aBadTokenIsRefusedWhateverIsAskedForWithIt(Operation operation) {
		Answer answer = operation.askedBy(this.anyone.withToken("a.b.c"), operation.somewhere());

		if (WITH_ANY_TOKEN.contains(operation.toString())) {
			assertThat(answer.status()).isIn(204, 400);
		}
		else {
			answer.problem(401, "unauthenticated");
			assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void parametersNobodyKnowsAreNamed(Operation operation) {
		operation.askedBy(this.admin, operation.somewhere() + "?colour=red").blames("colour");
	}

	@ParameterizedTest
	@MethodSource("withABody")
	void fieldsNobodyKnowsAreNamed(Operation operation) {
		this.admin.send(operation.method(), operation.somewhere(), "{\"colour\":\"red\"}").blames("colour");
	}

	@ParameterizedTest
	@MethodSource("withABody")
	void bodiesAreJsonAndNotTooLarge(Operation operation) {
		this.admin.with("Content-Type", "text/plain")
			.send(operation.method(), operation.somewhere(), "{}")
			.problem(415, "unsupported-media-type");
		this.admin.send(operation.method(), operation.somewhere(), "{").problem(400, "invalid-request");
		this.admin.send(operation.method(), operation.somewhere(), " ".repeat(TOO_MUCH) + "{}")
			.problem(413, "payload-too-large");
	}

	@ParameterizedTest
	@MethodSource("all")
	void answersAreJson(Operation operation) {
		operation.askedBy(this.admin.with("Accept", "application/xml"), operation.somewhere())
			.problem(406, "not-acceptable");
	}

	@ParameterizedTest
	@MethodSource("withIds")
	void whatIsNoIdIsNamed(Operation operation) {
		assertThat(operation.ids()).contains(operation.askedBy(this.admin, operation.withoutAnId())
			.problem(400, "invalid-request")
			.answer()
			.node("errors")
			.get(0)
			.get("field")
			.stringValue());
	}

	@ParameterizedTest
	@MethodSource("readsById")
	void whatDoesNotExistIsNotFound(Operation operation) {
		operation.askedBy(this.admin, operation.somewhere()).problem(404, "not-found");
	}

	@ParameterizedTest
	@MethodSource("all")
	void otherMethodsAreRefusedAndThoseItHasAreListed(Operation operation) {
		String address = operation.somewhere();
		Set<String> methods = new TreeSet<>(Operation.methodsAt(address, OPERATIONS));
		Set<String> others = new TreeSet<>(ALL_METHODS);
		others.removeAll(methods);
		if (methods.contains("GET")) {
			methods.add("HEAD");
		}
		for (String other : others) {
			Answer answer = this.admin.send(other, address, "{}").problem(405, "method-not-allowed").answer();
			assertThat(answer.header("Allow")).isEqualTo(String.join(", ", methods));
		}
	}

	@ParameterizedTest
	@MethodSource("lists")
	void aPageHasOneToAHundredItemsAndFollowsAnotherOfTheSameList(Operation operation) {
		String address = operation.somewhere();
		for (String limit : List.of("0", "101", "-1", "ten", "1.5", "%2B1", "")) {
			operation.askedBy(this.admin, address + "?limit=" + limit).blames("limit");
		}
		for (String after : List.of("here", "%00", "AAAA")) {
			operation.askedBy(this.admin, address + "?after=" + after).blames("after");
		}
	}

	private static final class Admin {

		private static final Visitor VISITOR = DAYBOOK.clinic().admin().as();

	}

}
