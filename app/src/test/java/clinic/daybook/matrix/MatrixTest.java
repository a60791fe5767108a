package clinic.daybook.matrix;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.daybook.testing.Daybook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Alone with its server, since people miss their appointments and so the clock moves. */
class MatrixTest {

	private static final Daybook DAYBOOK = Daybook.alone();

	private final People people = new People(DAYBOOK.clinic());

	private final Bystanders lasting = Bystanders.lasting(this.people);

	@AfterAll
	static void close() {
		DAYBOOK.close();
	}

	@TestFactory
	Stream<DynamicContainer> everyCallByEverybody() {
		return Matrix.all()
			.stream()
			.map((row) -> DynamicContainer.dynamicContainer(row.name(), new Cases(row, worlds(row)).all()));
	}

	@TestFactory
	Stream<DynamicTest> reasonsAreShownToWhomTheyConcern() {
		return Reasons.cases(Matrix.contract(), this::passingWorld).stream();
	}

	@TestFactory
	Stream<DynamicTest> whoMustChooseAPasswordMayDoNothingElse() {
		Set<String> still = Set.of("POST /auth/password", "GET /auth/me");
		return Matrix.contract()
			.stream()
			.filter((row) -> row.outcomes().get(Caller.NOBODY).status() == 401 && !still.contains(row.name()))
			.map((row) -> DynamicTest.dynamicTest(row.name(), () -> {
				World world = passingWorld();
				Request request = row.right().in(world, Caller.ITS_MEMBER);
				request.sent(row.call(), world.asMemberWhoMustChooseAPassword()).problem(403, "forbidden");
			}));
	}

	@Test
	void theOpenApiDocumentDescribesTheSameCalls() {
		assertThat(names(DAYBOOK.operations().stream().map((one) -> new Call(one.method(), one.path())).toList()))
			.isEqualTo(names(Matrix.contract().stream().map(Row::call).toList()));
	}

	@Test
	void noCallHidesFromTheOpenApiDocument() {
		assertThat(names(Matrix.all().stream().map(Row::call).toList())).containsAll(names(Endpoints.all()));
	}

	private Supplier<World> worlds(Row row) {
		return row.changesWhoAsks() ? this::passingWorld : () -> new World(this.people, this.lasting);
	}

	private World passingWorld() {
		return new World(this.people, Bystanders.passing(this.people));
	}

	private static Set<String> names(Collection<Call> calls) {
		return calls.stream().map((call) -> call.anonymous().toString()).collect(Collectors.toCollection(TreeSet::new));
	}

}
