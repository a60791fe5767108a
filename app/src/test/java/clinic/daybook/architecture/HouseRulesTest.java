package clinic.daybook.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class HouseRulesTest {

	private static final HouseRules REAL = new HouseRules("clinic.daybook");

	private static final HouseRules BROKEN = new HouseRules("clinic.daybook.architecture.broken");

	private static final JavaClasses REAL_HOUSE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("-tests.jar"))
		.importPackages(REAL.root());

	private static final JavaClasses BROKEN_HOUSE = new ClassFileImporter().importPackages(BROKEN.root());

	@ParameterizedTest
	@MethodSource("rules")
	void theHouseKeepsTheRule(Rule rule) {
		rule.of.apply(REAL).check(REAL_HOUSE);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void aBrokenHouseIsFoundOut(Rule rule) {
		List<String> found = rule.of.apply(BROKEN).evaluate(BROKEN_HOUSE).getFailureReport().getDetails();

		for (String culprit : rule.culprits) {
			assertThat(found).anySatisfy((violation) -> assertThat(violation).contains(culprit));
		}
	}

	static Stream<Rule> rules() {
		List<Rule> rules = new ArrayList<>();
		for (String module : HouseRules.modulesWithLimits()) {
			rules.add(new Rule("arrows of " + module, (house) -> house.arrowsOf(module), "Nosy"));
		}
		rules.add(new Rule("the two sides don't see each other", (house) -> house.arrowsOf("command"),
				"command.NosyCommand.ask()> calls constructor <clinic.daybook.architecture.broken.query"));
		rules.add(new Rule("the language needs only the JDK", HouseRules::theLanguageNeedsOnlyTheJdk,
				"api.scheduling.SpringySlot"));
		rules.add(new Rule("the book knows nothing of clinics", HouseRules::theBookKnowsNothingOfClinics,
				"book.NosyBook"));
		rules.add(new Rule("rules need only the JDK and the language", HouseRules::rulesNeedOnlyTheJdkAndTheLanguage,
				"calls method <org.slf4j", "broken.web.NosyWeb"));
		rules.add(new Rule("rules read no clock", HouseRules::rulesReadNoClock, "command.NosyDecider"));
		rules.add(new Rule("rules do not log", HouseRules::rulesDoNotLog, "java.io.PrintStream.println"));
		rules.add(new Rule("there is one clock", HouseRules::thereIsOneClock, "Instant.now()",
				"LocalDate.now(java.time.ZoneId)", "System.currentTimeMillis()", "Clock.systemUTC()",
				"java.util.Date.<init>()"));
		rules.add(new Rule("constructors inject", HouseRules::constructorsInjectAndFieldsDoNot,
				"people.StringUtils.injected"));
		rules.add(new Rule("queries are read whole", HouseRules::queriesAreReadWhole,
				"query.NosyQuery.names(org.springframework.jdbc.core.simple.JdbcClient)"));
		rules.add(new Rule("names say what things are", HouseRules::namesSayWhatThingsAre, "people.StringUtils",
				"people.BookingImpl", "people.utils.Text"));
		rules.add(new Rule("controllers live at the edges", HouseRules::controllersLiveAtTheEdges, "book.NosyBook"));
		rules.add(new Rule("packages are null-marked", HouseRules::everyPackageIsNullMarked, "people.utils"));
		return rules.stream();
	}

	private record Rule(String name, Function<HouseRules, ArchRule> of, List<String> culprits) {

		Rule(String name, Function<HouseRules, ArchRule> of, String... culprits) {
			this(name, of, List.of(culprits));
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
