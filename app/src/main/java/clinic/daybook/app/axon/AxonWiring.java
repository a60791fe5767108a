package clinic.daybook.app.axon;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import clinic.daybook.api.EventFamilies;
import clinic.daybook.book.AppendLimits;
import clinic.daybook.book.BookEventStore;
import clinic.daybook.book.BookJson;
import clinic.daybook.book.BookSetup;
import clinic.daybook.book.BookStorageEngine;
import clinic.daybook.book.BookTokenStore;
import clinic.daybook.book.ClaimRules;
import clinic.daybook.book.Claims;
import clinic.daybook.book.EventTypes;
import clinic.daybook.book.FairShare;
import clinic.daybook.book.Lags;
import clinic.daybook.book.OwnConnections;
import clinic.daybook.book.Readers;
import clinic.daybook.book.SnapshotType;
import clinic.daybook.web.EventMetadata;
import clinic.daybook.web.ReadModels;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class AxonWiring {

	/** Tells this process from the others on the database. */
	private final String node = UUID.randomUUID().toString();

	@Bean
	BookEventStore book(DataSource dataSource, DataSourceProperties database, ObjectProvider<ClaimRules> claimRules,
			ObjectProvider<SnapshotType> snapshots, @Value("${daybook.book.patience}") Duration patience) {
		List<ClaimRules> rules = claimRules.orderedStream().toList();
		DataSource own = OwnConnections.to(database.determineUrl(), database.determineUsername(),
				database.determinePassword());
		BookSetup setup = BookSetup.of(dataSource, BookJson.events(EventTypes.ofSealed(EventFamilies.ALL)))
			.appendingOn(own)
			.claiming((event) -> rules.stream().flatMap((rule) -> rule.claimsOf(event).stream()).toList())
			.summingUp(BookJson.snapshots(snapshots.orderedStream().toList()))
			.within(AppendLimits.DEFAULT.withPatience(patience));
		return new BookEventStore(new BookStorageEngine(setup), own);
	}

	@Bean
	TokenStore tokenStore(DataSource dataSource) {
		return BookTokenStore.on(dataSource, this.node);
	}

	@Bean
	FairShare fairShare(DataSource dataSource) {
		return new FairShare(dataSource, this.node);
	}

	@Bean
	Lags lags(DataSource dataSource) {
		return new Lags(dataSource);
	}

	@Bean
	Claims claims(DataSource dataSource, Clock clock) {
		return new Claims(dataSource, clock);
	}

	@Bean
	Readers readers(DataSource dataSource) {
		return new Readers(dataSource);
	}

	@Bean
	ReadModels readModels(Readers readers) {
		return readers::awaitAll;
	}

	/** For the projections; without it Axon would run them without transactions. */
	@Bean
	TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
		return new SpringTransactionManager(transactions);
	}

	/**
	 * Commands hold no transaction: the append is one of its own, and takes part in a
	 * surrounding one where an administrative command has opened it.
	 */
	@Bean
	CommandBus commandBus(List<CorrelationDataProvider> correlation) {
		SimpleCommandBus bus = SimpleCommandBus.builder().transactionManager(NoTransactionManager.instance()).build();
		bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
		return bus;
	}

	/** Who asked, and in which request, goes from the command to its events. */
	@Bean
	CorrelationDataProvider whoAndWhy() {
		return new SimpleCorrelationDataProvider(EventMetadata.ACTOR_ID, EventMetadata.ACTOR_ROLE,
				EventMetadata.CORRELATION_ID, EventMetadata.CAUSATION_ID);
	}

}
