package clinic.daybook.benchmarks.append;

import java.util.List;

import clinic.daybook.benchmarks.proof.SpringTransactions;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;

import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Axon's JPA engine by Hibernate in its own tables. */
record StockJpa(HikariDataSource pool, EntityManagerFactory entities, TransactionManager transactions,
		JpaEventStorageEngine engine) implements Appending {

	static StockJpa open(Database database, int connections) {
		HikariDataSource pool = database.pool(connections);
		EntityManagerFactory entities = new PersistenceConfiguration("axon").managedClass(DomainEventEntry.class)
			.managedClass(SnapshotEventEntry.class)
			.property("jakarta.persistence.nonJtaDataSource", pool)
			.property("jakarta.persistence.schema-generation.database.action", "create")
			.property("hibernate.dialect", BytesInRows.class.getName())
			.property("hibernate.physical_naming_strategy",
					"org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
			.createEntityManagerFactory();
		EntityManager shared = SharedEntityManagerCreator.createSharedEntityManager(entities);
		TransactionManager transactions = SpringTransactions.of(new JpaTransactionManager(entities));
		return new StockJpa(pool, entities, transactions,
				JpaEventStorageEngine.builder()
					.entityManagerProvider(new SimpleEntityManagerProvider(shared))
					.transactionManager(transactions)
					.eventSerializer(Visit.serializer())
					.snapshotSerializer(Visit.serializer())
					.persistenceExceptionResolver((failure) -> false)
					.build());
	}

	@Override
	public void append(DomainEventMessage<Visit.VisitBooked> event) {
		this.transactions.executeInTransaction(() -> this.engine.appendEvents(List.of(event)));
	}

	@Override
	public void close() {
		this.entities.close();
		this.pool.close();
	}

}
