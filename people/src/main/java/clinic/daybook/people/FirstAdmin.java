package clinic.daybook.people;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that there is an ADMIN before the first request is answered. Only an ADMIN
 * makes others, so the first comes from the environment; a demo clinic brings its own.
 */
@Component
class FirstAdmin implements SmartInitializingSingleton {

	private static final int SHORTEST_PASSWORD = 12;

	private final Accounts accounts;

	private final JdbcClient jdbc;

	private final Environment environment;

	FirstAdmin(Accounts accounts, JdbcClient jdbc, Environment environment) {
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		String email = this.environment.getProperty("daybook.admin.email", "");
		String password = this.environment.getProperty("daybook.admin.password", "");
		boolean demo = this.environment.getProperty("daybook.demo.enabled", Boolean.class, false);
		if (exists() || (demo && email.isBlank())) {
			return;
		}
		refuseIfWeak(email, password);
		try {
			this.accounts.register(new NewAccount(email, password, "Administrator", null, Role.ADMIN), Actor.SYSTEM);
		}
		catch (ProblemException ex) {
			if (ex.code() != ProblemCode.EMAIL_TAKEN) {
				throw ex;
			}
			// Another process may have been faster, and then all is well.
			if (!exists()) {
				throw new StartupRefused("DAYBOOK_ADMIN_EMAIL belongs to an account that is not an ADMIN's.");
			}
		}
	}

	private static void refuseIfWeak(String email, String password) {
		if (!Email.isOne(email)) {
			throw new StartupRefused(
					"There is no ADMIN yet: set DAYBOOK_ADMIN_EMAIL to the e-mail address of the first one.");
		}
		if (password.length() < SHORTEST_PASSWORD || password.length() > Passwords.LONGEST
				|| Email.normalised(password).equals(Email.normalised(email))) {
			throw new StartupRefused("There is no ADMIN yet: set DAYBOOK_ADMIN_PASSWORD to the first one's password, "
					+ "at least " + SHORTEST_PASSWORD + " characters and not the e-mail.");
		}
	}

	private boolean exists() {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM people.account WHERE role = 'ADMIN')")
			.query(Boolean.class)
			.single();
	}

}
