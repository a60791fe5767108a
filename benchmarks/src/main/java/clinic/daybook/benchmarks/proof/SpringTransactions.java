package clinic.daybook.benchmarks.proof;

import javax.sql.DataSource;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Spring's transactions for Axon, as an application would have them. */
public final class SpringTransactions {

	private SpringTransactions() {
	}

	public static TransactionManager on(DataSource pool) {
		return of(new DataSourceTransactionManager(pool));
	}

	public static TransactionManager of(PlatformTransactionManager manager) {
		return () -> {
			TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
			return new Transaction() {
				@Override
				public void commit() {
					manager.commit(status);
				}

				@Override
				public void rollback() {
					manager.rollback(status);
				}
			};
		};
	}

}
