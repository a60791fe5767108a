package clinic.daybook.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.stereotype.Component;
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

	@Transactional
	public Opened open(Account account) {
		Instant now = this.clock.instant();
		this.sessions.deleteExpired(account.id(), now);
		RefreshToken first = RefreshToken.first(UuidCreator.getTimeOrderedEpoch());
		this.sessions.save(new Session(account.id(), first, now));
		return new Opened(account, first);
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

	private Optional<Session> family(RefreshToken token) {
		return this.sessions.findForChange(token.sessionId()).filter((session) -> session.isFamilyOf(token));
	}

	record Opened(Account account, RefreshToken refreshToken) {

		UUID sessionId() {
			return this.refreshToken.sessionId();
		}

	}

}
