package clinic.daybook.benchmarks.append;

import java.util.List;

import clinic.daybook.benchmarks.proof.SpringTransactions;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Axon's JDBC engine in its own tables. */
record StockJdbc(HikariDataSource pool, TransactionManager transactions,
		JdbcEventStorageEngine engine) implements Appending {

	static StockJdbc open(Database database, int connections) {
		HikariDataSource pool = database.pool(connections);
		TransactionManager transactions = SpringTransactions.of(new DataSourceTransactionManager(pool));
		JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
			.connectionProvider(new TransactionAwareDataSourceProxy(pool)::getConnection)
			.transactionManager(transactions)
			.eventSerializer(Visit.serializer())
			.snapshotSerializer(Visit.serializer())
			.persistenceExceptionResolver((failure) -> false)
			.build();
		engine.createSchema(PostgresEventTableFactory.INSTANCE);
		return new StockJdbc(pool, transactions, engine);
	}

	@Override
	public void append(DomainEventMessage<Visit.VisitBooked> event) {
		this.transactions.executeInTransaction(() -> this.engine.appendEvents(List.of(event)));
	}

	@Override
	public void close() {
		this.pool.close();
	}

}
