package clinic.daybook.people;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes what people are called. */
@Component
class Names {

	private final AccountRepository accounts;

	private final AccountDirectory directory;

	private final TransactionTemplate transaction;

	Names(AccountRepository accounts, AccountDirectory directory, PlatformTransactionManager transactions) {
		this.accounts = accounts;
		this.directory = directory;
		this.transaction = new TransactionTemplate(transactions);
	}

	Optional<Person> change(UUID userId, String fullName, @Nullable String phone) {
		@Nullable Person changed = this.transaction.execute((status) -> this.accounts.findForChange(userId).map((account) -> {
			account.isCalled(fullName, phone);
			return account.person();
		}).orElse(null));
		// Only now: before the commit, others would have read the old name in again.
		this.directory.forgetNameOf(userId);
		return Optional.ofNullable(changed);
	}

}
