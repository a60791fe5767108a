package clinic.daybook.app.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.ScheduleCommand.SetWorkingHours;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.api.users.Role;
import clinic.daybook.app.startup.DemoAccount;
import clinic.daybook.command.catalogue.DoctorOnboarding;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.people.Accounts;
import clinic.daybook.people.NewAccount;
import clinic.daybook.web.Actor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a small clinic on the first start, by the same commands that people send. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("daybook.demo.enabled")
@Profile("command | !query")
class DemoClinic {

	private static final String PASSWORD = "daybook-demo";

	private static final List<Window> WITH_A_LUNCH_BREAK = List.of(new Window(LocalTime.of(9, 0), LocalTime.of(12, 0)),
			new Window(LocalTime.of(13, 0), LocalTime.of(17, 0)));

	private static final List<DayOfWeek> WORKING_DAYS = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY,
			DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

	@Bean
	@Order(1)
	DemoAccount demoAdmin() {
		return new DemoAccount(Role.ADMIN, "admin@daybook.example", PASSWORD);
	}

	@Bean
	@Order(2)
	DemoAccount demoDoctor() {
		return new DemoAccount(Role.DOCTOR, "grace@daybook.example", PASSWORD);
	}

	@Bean
	@Order(3)
	DemoAccount demoMember() {
		return new DemoAccount(Role.MEMBER, "max@daybook.example", PASSWORD);
	}

	/**
	 * The ADMIN comes last, and says that the rest is there: a start that was broken off
	 * is made good by the next.
	 */
	@Bean
	ApplicationRunner openTheClinic(Accounts accounts, DoctorOnboarding onboarding, Commands commands,
			JdbcClient jdbc) {
		return (ApplicationArguments arguments) -> {
			if (!isThere(demoAdmin(), jdbc)) {
				UUID doctorId = doctorId(jdbc).orElseGet(() -> takeIn(onboarding));
				for (DayOfWeek day : WORKING_DAYS) {
					commands.dispatch(
							new SetWorkingHours(doctorId, day, WITH_A_LUNCH_BREAK, 30, null, OnConflict.REFUSE),
							Actor.SYSTEM);
				}
				if (!isThere(demoMember(), jdbc)) {
					accounts.register(account(demoMember(), "Max Miller"), Actor.SYSTEM);
				}
				accounts.register(account(demoAdmin(), "Ada Admin"), Actor.SYSTEM);
			}
		};
	}

	private UUID takeIn(DoctorOnboarding onboarding) {
		return onboarding
			.onboard(new DoctorOnboarding.Login(demoDoctor().email(), PASSWORD, "Grace Garcia"),
					new DoctorOnboarding.Practice("General practice", ZoneId.of("America/New_York")), Actor.SYSTEM)
			.doctorId();
	}

	private static NewAccount account(DemoAccount demo, String fullName) {
		return new NewAccount(demo.email(), demo.password(), fullName, null, demo.role());
	}

	private static boolean isThere(DemoAccount account, JdbcClient jdbc) {
		return jdbc.sql("select exists (select from people.account where email = :email)")
			.param("email", account.email())
			.query(Boolean.class)
			.single();
	}

	private Optional<UUID> doctorId(JdbcClient jdbc) {
		return jdbc.sql("select doctor_id from people.account where email = :email")
			.param("email", demoDoctor().email())
			.query(UUID.class)
			.optional();
	}

}
