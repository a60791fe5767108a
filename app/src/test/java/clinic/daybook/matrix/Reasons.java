package clinic.daybook.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import clinic.daybook.testing.Answer;
import org.junit.jupiter.api.DynamicTest;

import static clinic.daybook.matrix.Caller.ADMIN;
import static clinic.daybook.matrix.Caller.ITS_DOCTOR;
import static clinic.daybook.matrix.Caller.ITS_MEMBER;
import static clinic.daybook.matrix.Caller.RECEPTION;
import static org.assertj.core.api.Assertions.assertThat;

/** Who reads why somebody comes. */
final class Reasons {

	private static final List<Caller> CALLERS = List.of(ITS_MEMBER, ITS_DOCTOR, RECEPTION, ADMIN);

	/** A dash where they get no answer, or where the contract leaves it open. */
	private static final String TABLE = """
			                                      its     its     recep-  ad-
			                                      member  doctor  tion    min
			GET /api/appointments/{id}          | shown   shown   hidden  shown
			GET /api/appointments               | hidden  hidden  hidden  hidden
			POST /api/appointments              | shown   -       hidden  -
			POST /api/appointments/{id}/cancel  | shown   shown   hidden  -
			POST /api/appointments/{id}/check-in| -       shown   hidden  -
			POST /api/appointments/{id}/complete| -       shown   hidden  -
			POST /api/appointments/{id}/no-show | -       shown   hidden  -
			""";

	private Reasons() {
	}

	static List<DynamicTest> cases(List<Row> rows, Supplier<World> worlds) {
		Map<String, Row> named = rows.stream().collect(Collectors.toMap(Row::name, (row) -> row));
		List<DynamicTest> cases = new ArrayList<>();
		TABLE.lines().filter((line) -> line.contains("|")).forEach((line) -> {
			String[] cells = line.split("\\|", 2);
			Row row = named.get(cells[0].trim());
			String[] words = cells[1].trim().split(" +");
			for (int i = 0; i < CALLERS.size(); i++) {
				Caller caller = CALLERS.get(i);
				switch (words[i]) {
					case "shown" -> cases.add(reason(row, caller, true, worlds));
					case "hidden" -> cases.add(reason(row, caller, false, worlds));
					case "-" -> {
					}
					default -> throw new IllegalArgumentException(line);
				}
			}
		});
		return cases;
	}

	private static DynamicTest reason(Row row, Caller caller, boolean shown, Supplier<World> worlds) {
		String sentence = row.name() + (shown ? " shows " : " hides ") + "the reason, asked by " + caller;
		return DynamicTest.dynamicTest(sentence, () -> {
			World world = worlds.get();
			Answer answer = row.right().in(world, caller).sent(row.call(), world.as(caller));
			assertThat(answer.status()).as(answer::toString).isBetween(200, 299);
			assertThat(answer.body().contains("appointmentId")).as(answer::toString).isTrue();
			assertThat(answer.body().contains(world.reason())).as(() -> sentence + "\n" + answer).isEqualTo(shown);
		});
	}

}
