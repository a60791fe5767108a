package clinic.daybook.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.api.users.UserEvent;
import clinic.daybook.web.Actor;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.axonframework.modelling.command.ConcurrencyException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives roles and takes them, lets accounts in and shuts them out. Row and event are
 * written in one transaction.
 */
@Component
class UserChanges {

	private static final int ATTEMPTS = 4;

	private final JdbcClient jdbc;

	private final AccountRepository accounts;

	private final Sessions sessions;

	private final UserJournal journal;

	private final TransactionTemplate transaction;

	UserChanges(JdbcClient jdbc, AccountRepository accounts, Sessions sessions, UserJournal journal,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.sessions = sessions;
		this.journal = journal;
		this.transaction = new TransactionTemplate(transactions);
	}

	Person change(UUID userId, Role role, boolean enabled, Actor actor) {
		for (int attempt = 1;; attempt++) {
			try {
				return this.transaction.execute((status) -> changed(userId, role, enabled, actor));
			}
			catch (ConcurrencyException ex) {
				if (attempt == ATTEMPTS) {
					throw new ProblemException(ProblemCode.CONFLICT,
							"Others kept changing the same account at the same time; nothing was changed. Try again.");
				}
			}
		}
	}

	private Person changed(UUID userId, Role role, boolean enabled, Actor actor) {
		List<UUID> otherAdmins = lockWithEnabledAdmins(userId).stream().filter((id) -> !id.equals(userId)).toList();
		Account account = this.accounts.findForChange(userId)
			.filter(Account::hasLogin)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no user with this id."));
		if (account.role() == Role.ADMIN && account.isEnabled() && (role != Role.ADMIN || !enabled)
				&& otherAdmins.isEmpty()) {
			throw new ProblemException(ProblemCode.LAST_ADMIN);
		}
		List<UserEvent> events = differences(account, role, enabled);
		if (!events.isEmpty()) {
			if (!enabled) {
				// Else they would all be good again once the account is.
				this.sessions.endAllOf(userId);
			}
			account.isNow(role, enabled);
			this.accounts.saveAndFlush(account);
			this.journal.changed(userId, events, actor);
		}
		return account.person();
	}

	// In the order of their ids, so that two who change each other don't wait for each
	// other; and the second of them sees what the first has left.
	private List<UUID> lockWithEnabledAdmins(UUID userId) {
		return this.jdbc.sql("""
				SELECT id FROM people.account WHERE id = :id OR (role = 'ADMIN' AND enabled) ORDER BY id FOR UPDATE
				""").param("id", userId).query((row, number) -> row.getObject("id", UUID.class)).list();
	}

	private static List<UserEvent> differences(Account account, Role role, boolean enabled) {
		List<UserEvent> events = new ArrayList<>();
		if (account.role() != role) {
			events.add(new UserEvent.RoleChanged(account.id(), role));
		}
		if (account.isEnabled() != enabled) {
			events.add(enabled ? new UserEvent.UserEnabled(account.id()) : new UserEvent.UserDisabled(account.id()));
		}
		return events;
	}

}
