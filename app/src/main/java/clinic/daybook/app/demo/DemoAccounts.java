package clinic.daybook.app.demo;

import clinic.daybook.app.startup.DemoAccount;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** One account of each role, for the box that greets whoever starts the demo. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("daybook.demo.enabled")
class DemoAccounts {

	@Bean
	@Order(1)
	DemoAccount demoAdmin() {
		return account(Cast.ADMIN);
	}

	@Bean
	@Order(2)
	DemoAccount demoReception() {
		return account(Cast.RECEPTION);
	}

	@Bean
	@Order(3)
	DemoAccount demoDoctor() {
		return account(DemoDoctor.GRACE.person());
	}

	@Bean
	@Order(4)
	DemoAccount demoMember() {
		return account(DemoMember.MAX.person());
	}

	@Bean
	@Order(5)
	DemoAccount demoAuditor() {
		return account(Cast.AUDITOR);
	}

	private static DemoAccount account(DemoPerson person) {
		return new DemoAccount(person.role(), person.email(), DemoPerson.PASSWORD);
	}

}
