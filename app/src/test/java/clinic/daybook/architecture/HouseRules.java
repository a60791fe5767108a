package clinic.daybook.architecture;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/**
 * The rules, for a house under any root package: the real one, and the broken one that
 * shows each rule can fail.
 */
record HouseRules(String root) {

	/** Who may see whom, as README draws it. App, at the top, sees all. */
	private static final Map<String, Set<String>> ARROWS = Map.of("api", Set.of(), "book", Set.of("api"), "web",
			Set.of("api"), "people", Set.of("web", "book", "api"), "command", Set.of("people", "web", "book", "api"),
			"query", Set.of("people", "web", "book", "api"), "app",
			Set.of("command", "query", "people", "web", "book", "api"));

	private static final Set<Class<?>> TIMES = Set.of(Instant.class, LocalDate.class, LocalTime.class,
			LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

	ArchRule arrowsOf(String module) {
		Set<String> seen = ARROWS.getOrDefault(module, Set.of());
		String[] unseen = ARROWS.keySet()
			.stream()
			.filter((other) -> !other.equals(module) && !seen.contains(other))
			.map(this::in)
			.toArray(String[]::new);
		return noClasses().that()
			.resideInAPackage(in(module))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(unseen);
	}

	ArchRule theLanguageNeedsOnlyTheJdk() {
		return classes().that()
			.resideInAPackage(in("api"))
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify.annotations..", in("api"));
	}

	/** The root of all events is as much of the language as the book may know. */
	ArchRule theBookKnowsNothingOfClinics() {
		return noClasses().that()
			.resideInAPackage(in("book"))
			.should()
			.dependOnClassesThat(describe("are words of the clinic", (type) -> resideInAPackage(in("api")).test(type)
					&& !type.getPackageName().equals(this.root + ".api")));
	}

	/**
	 * Rules, and whatever of their own side they are made of, import the JDK and the
	 * language only.
	 */
	ArchRule rulesNeedOnlyTheJdkAndTheLanguage() {
		return classes().that(decide())
			.should(needNothing("but the JDK and the language",
					not(resideInAnyPackage("java..", "org.jspecify.annotations..", in("api")))));
	}

	ArchRule rulesReadNoClock() {
		return classes().that(decide()).should(needNothing("that tells the time", equivalentTo(Clock.class)));
	}

	ArchRule rulesDoNotLog() {
		return classes().that(decide())
			.should(needNothing("to write to",
					resideInAPackage("java.util.logging..").or(equivalentTo(PrintStream.class))));
	}

	/** Only app's clock knows the machine's time; all others are handed it. */
	ArchRule thereIsOneClock() {
		return classes().that(not(describe("are app's clock", this::isTheClock)))
			.should(new ArchCondition<>("not read the machine's time") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					for (JavaAccess<?> access : type.getAccessesFromSelf()) {
						if (readsTheMachinesTime(access)) {
							events.add(SimpleConditionEvent.violated(access, access.getDescription()));
						}
					}
				}
			});
	}

	ArchRule constructorsInjectAndFieldsDoNot() {
		return noFields().should()
			.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
			.orShould()
			.beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
			.orShould()
			.beAnnotatedWith("jakarta.inject.Inject")
			.orShould()
			.beAnnotatedWith("jakarta.annotation.Resource")
			.orShould()
			.beAnnotatedWith("jakarta.persistence.PersistenceContext");
	}

	/** A streamed query keeps its connection until somebody thinks of closing it. */
	ArchRule queriesAreReadWhole() {
		return noClasses().should()
			.callMethodWhere(describe("streams a query",
					(call) -> call.getTargetOwner()
						.getName()
						.equals("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec")
							&& call.getName().equals("stream") || call.getName().equals("queryForStream")));
	}

	ArchRule namesSayWhatThingsAre() {
		return noClasses().should()
			.haveNameMatching(".*(Utils?|Helpers?|Impl|Manager|Base|Abstract\\w*)")
			.orShould()
			.resideInAnyPackage("..util..", "..utils..", "..impl..", "..helper..", "..helpers..", "..controllers..",
					"..services..", "..models..", "..common..");
	}

	ArchRule controllersLiveAtTheEdges() {
		return classes().that()
			.areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
			.or()
			.areAnnotatedWith("org.springframework.stereotype.Controller")
			.should()
			.resideInAnyPackage(in("command"), in("query"), in("people"), in("web"), in("app"));
	}

	ArchRule everyPackageIsNullMarked() {
		return classes().should(new ArchCondition<>("live in a package that is @NullMarked") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				JavaPackage home = type.getPackage();
				if (!home.isAnnotatedWith(NullMarked.class)) {
					events.add(SimpleConditionEvent.violated(home, home.getName() + " is not @NullMarked"));
				}
			}
		});
	}

	/** Looks through the side's own classes to what they need in turn. */
	private ArchCondition<JavaClass> needNothing(String what, DescribedPredicate<JavaClass> unwanted) {
		return new ArchCondition<>("need nothing " + what) {
			@Override
			public void check(JavaClass decider, ConditionEvents events) {
				Set<JavaClass> seen = new HashSet<>(Set.of(decider));
				Deque<JavaClass> open = new ArrayDeque<>(seen);
				while (!open.isEmpty()) {
					for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
						JavaClass needed = dependency.getTargetClass().getBaseComponentType();
						boolean own = resideInAPackage(in("command")).test(needed);
						if (own && seen.add(needed)) {
							open.push(needed);
						}
						else if (!own && !needed.isPrimitive() && unwanted.test(needed)) {
							events.add(SimpleConditionEvent.violated(decider, dependency.getDescription()));
						}
					}
				}
			}
		};
	}

	private DescribedPredicate<JavaClass> decide() {
		DescribedPredicate<JavaClass> decider = describe("named Decider",
				(type) -> type.getName().matches(".*Decider(\\$.*)?"));
		return resideInAPackage(this.root + "..rules..").or(resideInAPackage(in("command")).and(decider)).as("decide");
	}

	private boolean isTheClock(JavaClass type) {
		return resideInAPackage(in("app.clock")).test(type);
	}

	private static boolean readsTheMachinesTime(JavaAccess<?> access) {
		JavaClass owner = access.getTargetOwner();
		String name = access.getTarget().getName();
		if (owner.isEquivalentTo(System.class)) {
			return name.equals("currentTimeMillis");
		}
		if (owner.isEquivalentTo(Clock.class)) {
			return name.startsWith("system") || name.startsWith("tick");
		}
		if (owner.isEquivalentTo(Date.class)) {
			return access.getTarget().getFullName().endsWith("<init>()");
		}
		return TIMES.stream().anyMatch(owner::isEquivalentTo) && name.equals("now")
				&& !access.getTarget().getFullName().contains(Clock.class.getName());
	}

	private String in(String module) {
		return this.root + "." + module + "..";
	}

	static List<String> modulesWithLimits() {
		return List.of("api", "book", "web", "people", "command", "query");
	}

}
