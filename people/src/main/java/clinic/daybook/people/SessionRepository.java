package clinic.daybook.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Sessions, locked while they are decided upon: two may come with the same token at once.
 */
interface SessionRepository extends Repository<Session, UUID> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select s from Session s where s.id = :id")
	Optional<Session> findForChange(UUID id);

	Session save(Session session);

	@Modifying
	@Query("""
			update versioned Session s set s.endedAt = :now
			where s.accountId = :accountId and s.id <> :kept and s.endedAt is null
			""")
	void endAllBut(UUID kept, UUID accountId, Instant now);

	@Modifying
	@Query("update versioned Session s set s.endedAt = :now where s.accountId = :accountId and s.endedAt is null")
	void endAll(UUID accountId, Instant now);

	@Modifying
	@Query("delete from Session s where s.accountId = :accountId and s.expiresAt <= :now")
	void deleteExpired(UUID accountId, Instant now);

}
