package clinic.daybook.people;

import java.time.Clock;
import java.time.ZoneOffset;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.NewId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in members who have no login. Nothing ties them to an account that has the same
 * e-mail, now or later: whoever gets hold of the address gets nothing of theirs with it.
 */
@Component
class Members {

	private final JdbcClient jdbc;

	private final MemberList list;

	private final UserJournal journal;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Members(JdbcClient jdbc, MemberList list, UserJournal journal, Clock clock,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.list = list;
		this.journal = journal;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Takes the member in, unless an earlier attempt under this id has done so. */
	Member takeIn(NewId newId, NewMember described, Actor actor) {
		described.check(this.clock.instant());
		Member member = described.member(newId.value());
		return this.transaction.execute((status) -> {
			if (store(member)) {
				this.journal.registered(member.memberId(), Role.MEMBER, actor);
				return member;
			}
			return this.list.find(member.memberId()).orElseThrow();
		});
	}

	// Of two attempts that run at once, the second waits here for the first.
	private boolean store(Member member) {
		return this.jdbc.sql("""
				INSERT INTO people.account (id, full_name, email, phone, date_of_birth, role, created_at)
				VALUES (:id, :fullName, :email, :phone, :dateOfBirth, 'MEMBER', :createdAt)
				ON CONFLICT (id) DO NOTHING
				""")
			.param("id", member.memberId())
			.param("fullName", member.fullName())
			.param("email", member.email())
			.param("phone", member.phone())
			.param("dateOfBirth", member.dateOfBirth())
			.param("createdAt", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

}
