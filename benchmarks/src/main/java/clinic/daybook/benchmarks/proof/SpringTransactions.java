package clinic.daybook.benchmarks.proof;

import javax.sql.DataSource;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Spring's transactions for Axon, as an application would have them. */
final class SpringTransactions {

	private SpringTransactions() {
	}

	static TransactionManager on(DataSource pool) {
		DataSourceTransactionManager manager = new DataSourceTransactionManager(pool);
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
