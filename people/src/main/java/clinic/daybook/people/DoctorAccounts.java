package clinic.daybook.people;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The account half of taking a doctor in. {@code store} and {@code nowIsDoctor} are steps
 * of the caller's transaction, so that account and schedule come into being together or
 * not at all.
 */
@Component
public class DoctorAccounts {

	private final Accounts accounts;

	private final AccountRepository repository;

	private final AccountDirectory directory;

	DoctorAccounts(Accounts accounts, AccountRepository repository, AccountDirectory directory) {
		this.accounts = accounts;
		this.repository = repository;
		this.directory = directory;
	}

	/** To be called before the transaction: it hashes the password. */
	@Transactional(propagation = Propagation.NEVER)
	public PreparedAccount prepare(String email, String password, String fullName) {
		return this.accounts.prepare(new NewAccount(email, password, fullName, null, Role.DOCTOR));
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public UUID store(PreparedAccount account, Actor actor) {
		this.accounts.store(account, actor);
		return account.userId();
	}

	/** Ties a DOCTOR's account, new or of long standing, to the doctor. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void nowIsDoctor(UUID userId, UUID doctorId) {
		Account account = this.repository.findForChange(userId)
			.filter((found) -> found.role() == Role.DOCTOR)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no DOCTOR account with this id."));
		if (account.doctorId() != null) {
			throw new ProblemException(ProblemCode.CONFLICT, "This account is a doctor's already.");
		}
		account.practisesAs(doctorId);
		this.repository.saveAndFlush(account);
	}

	/** What is wrong with a doctor's name, if anything. */
	public static void checkName(InputErrors errors, String fullName) {
		PersonalData.check(errors, fullName, null);
	}

	/** Changes the name of the account that is the doctor's, and says which that is. */
	@Transactional(propagation = Propagation.MANDATORY)
	public UUID rename(UUID doctorId, String fullName) {
		Account account = this.repository.findDoctorForChange(doctorId)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor."));
		account.isCalled(fullName, account.person().phone());
		this.repository.saveAndFlush(account);
		return account.id();
	}

	/** To be called after the commit, so that nobody reads the former name in again. */
	public void wasRenamed(UUID userId) {
		this.directory.forgetNameOf(userId);
	}

}
