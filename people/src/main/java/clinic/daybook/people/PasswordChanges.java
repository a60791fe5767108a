package clinic.daybook.people;

import java.util.Optional;
import java.util.UUID;

import clinic.daybook.web.Caller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** New passwords for old, and what becomes of the sessions. */
@Component
class PasswordChanges {

	private final AccountRepository accounts;

	private final Passwords passwords;

	private final Sessions sessions;

	private final TransactionTemplate transaction;

	PasswordChanges(AccountRepository accounts, Passwords passwords, Sessions sessions,
			PlatformTransactionManager transactions) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.sessions = sessions;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** One's own choice; only the session in which it is made goes on. */
	void choose(Caller caller, String current, String chosen) {
		@Nullable String old = this.accounts.findById(caller.userId()).map(Account::passwordHash).orElse(null);
		if (!this.passwords.match(current, old)) {
			throw new ProblemException(ProblemCode.BAD_CREDENTIALS, "The current password is not right.");
		}
		String hash = this.passwords.hash(chosen);
		this.transaction.executeWithoutResult((status) -> {
			Account account = this.accounts.findForChange(caller.userId())
				.filter((found) -> found.stillHas(old))
				.orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT,
						"The password was changed by somebody else at the same time."));
			account.hasChosen(hash);
			this.sessions.endOthersOf(account.id(), caller.sessionId());
		});
	}

	/**
	 * A password known to two, so it opens nothing but the choice of another. Whoever had
	 * the old one is out.
	 */
	void give(UUID userId, String temporary) {
		withLogin(this.accounts.findById(userId));
		String hash = this.passwords.hash(temporary);
		this.transaction.executeWithoutResult((status) -> {
			Account account = withLogin(this.accounts.findForChange(userId));
			account.wasGiven(hash);
			this.sessions.endAllOf(account.id());
		});
	}

	private static Account withLogin(Optional<Account> found) {
		return found.filter(Account::hasLogin)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no user with this id."));
	}

}
