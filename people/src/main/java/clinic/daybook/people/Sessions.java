package clinic.daybook.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens, renews and ends sessions. */
@Component
class Sessions {

	private final SessionRepository sessions;

	private final AccountRepository accounts;

	private final Clock clock;

	Sessions(SessionRepository sessions, AccountRepository accounts, Clock clock) {
		this.sessions = sessions;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * Opens one for whoever has just given the account's password, unless the account has
	 * another one by now or is disabled: what ends an account's sessions must not miss
	 * the one that is about to begin.
	 */
	@Transactional
	public Optional<Opened> open(Account verified) {
		return this.accounts.findUnchanging(verified.id())
			.filter((account) -> account.stillHas(verified.passwordHash()))
			.map(this::begin);
	}

	/**
	 * Exchanges a refresh token for the next. If it has been exchanged before, two have
	 * it, one of them wrongly, and there is no telling which: the session ends for both.
	 * That must be kept, so this answers with nothing rather than throwing.
	 */
	@Transactional
	public Optional<Opened> renew(RefreshToken token) {
		Instant now = this.clock.instant();
		Optional<Session> found = family(token).filter((session) -> session.stands(now));
		if (found.isEmpty()) {
			return Optional.empty();
		}
		Session session = found.get();
		if (!session.hasAsLatest(token)) {
			session.end(now);
			return Optional.empty();
		}
		return this.accounts.findById(session.accountId()).filter(Account::isEnabled).map((account) -> {
			RefreshToken next = token.next();
			session.renew(next, now);
			return new Opened(account, next);
		});
	}

	@Transactional
	public void end(RefreshToken token) {
		family(token).ifPresent((session) -> session.end(this.clock.instant()));
	}

	/** The login itself rather than the one with a refresh token. */
	@Transactional
	public void end(UUID sessionId) {
		this.sessions.findForChange(sessionId).ifPresent((session) -> session.end(this.clock.instant()));
	}

	/** A step of the transaction that changes the account. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void endAllOf(UUID accountId) {
		this.sessions.endAll(accountId, this.clock.instant());
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void endOthersOf(UUID accountId, UUID kept) {
		this.sessions.endAllBut(kept, accountId, this.clock.instant());
	}

	private Opened begin(Account account) {
		Instant now = this.clock.instant();
		this.sessions.deleteExpired(account.id(), now);
		RefreshToken first = RefreshToken.first(UuidCreator.getTimeOrderedEpoch());
		this.sessions.save(new Session(account.id(), first, now));
		return new Opened(account, first);
	}

	private Optional<Session> family(RefreshToken token) {
		return this.sessions.findForChange(token.sessionId()).filter((session) -> session.isFamilyOf(token));
	}

	record Opened(Account account, RefreshToken refreshToken) {

		UUID sessionId() {
			return this.refreshToken.sessionId();
		}

	}

}
