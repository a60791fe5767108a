package clinic.daybook.people;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Accounts by what they are looked for by. */
interface AccountRepository extends Repository<Account, UUID> {

	Optional<Account> findById(UUID id);

	@Query("select a from Account a where a.email = :email and a.passwordHash is not null")
	Optional<Account> findLogin(String email);

	Optional<Account> findByDoctorId(UUID doctorId);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.id = :id")
	Optional<Account> findForChange(UUID id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.doctorId = :doctorId")
	Optional<Account> findDoctorForChange(UUID doctorId);

	/** Lets others read on, but nobody change it until the transaction is over. */
	@Lock(LockModeType.PESSIMISTIC_READ)
	@Query("select a from Account a where a.id = :id")
	Optional<Account> findUnchanging(UUID id);

	Account saveAndFlush(Account account);

}
