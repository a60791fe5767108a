package clinic.daybook.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import clinic.daybook.web.Actor;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes people in. */
@Component
public class Accounts {

	private final JdbcClient jdbc;

	private final Passwords passwords;

	private final UserJournal journal;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Accounts(JdbcClient jdbc, Passwords passwords, UserJournal journal, Clock clock,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.journal = journal;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Checks, hashes and stores in one go; who may ask for which role is the caller's
	 * affair.
	 */
	public Person register(NewAccount account, Actor actor) {
		PreparedAccount prepared = prepare(account);
		this.transaction.executeWithoutResult((status) -> store(prepared, actor));
		return new Person(prepared.userId(), prepared.fullName(), prepared.email(), prepared.phone(), prepared.role(),
				true, null);
	}

	PreparedAccount prepare(NewAccount account) {
		return prepare(UuidCreator.getTimeOrderedEpoch(), account);
	}

	/**
	 * Checks and hashes, under an id that the caller knows already. To be called before
	 * any transaction.
	 */
	public PreparedAccount prepare(UUID userId, NewAccount account) {
		account.errors().refuse();
		String email = Email.normalised(account.email());
		if (isTaken(email)) {
			throw new ProblemException(ProblemCode.EMAIL_TAKEN);
		}
		return new PreparedAccount(userId, email, this.passwords.hash(account.password()), account.fullName().strip(),
				PersonalData.phone(account.phone()), account.role());
	}

	/**
	 * A step of the caller's transaction. A plain insert rather than an entity: of two
	 * that race for an e-mail, one gets no row, where a violated constraint would cost it
	 * the transaction and us a log entry.
	 */
	public void store(PreparedAccount account, Actor actor) {
		int stored = this.jdbc.sql("""
				INSERT INTO people.account (id, email, full_name, phone, role, password_hash, created_at)
				VALUES (:id, :email, :fullName, :phone, :role, :passwordHash, :createdAt)
				ON CONFLICT (email) WHERE password_hash IS NOT NULL DO NOTHING
				""")
			.param("id", account.userId())
			.param("email", account.email())
			.param("fullName", account.fullName())
			.param("phone", account.phone())
			.param("role", account.role().name())
			.param("passwordHash", account.passwordHash())
			.param("createdAt", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (stored == 0) {
			throw new ProblemException(ProblemCode.EMAIL_TAKEN);
		}
		this.journal.registered(account.userId(), account.role(), actor);
	}

	private boolean isTaken(String email) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM people.account WHERE email = :email AND password_hash IS NOT NULL)
				""").param("email", email).query(Boolean.class).single();
	}

}
