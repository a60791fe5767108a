package clinic.daybook.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.users.Role;
import clinic.daybook.api.users.UserEvent.UserRegistered;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandstillsTest {

	private final AtomicBoolean broken = new AtomicBoolean();

	private final List<UUID> saved = new CopyOnWriteArrayList<>();

	@Test
	void aProjectionThatFailsSaysSoSkipsNothingAndGoesOnWhenItCan() {
		Standstills standstills = new Standstills();
		DefaultConfigurer configurer = (DefaultConfigurer) DefaultConfigurer.defaultConfiguration()
			.registerComponent(TokenStore.class, (configuration) -> new InMemoryTokenStore())
			.configureEmbeddedEventStore((configuration) -> new InMemoryEventStorageEngine());
		new Projections(List.of(new Fragile()), standstills).configureModule(configurer);
		Configuration axon = configurer.start();
		try {
			List<UUID> published = new ArrayList<>();
			published.add(publish(axon));
			eventually(() -> assertThat(this.saved).containsExactlyInAnyOrderElementsOf(published));
			assertThat(standstills.now()).isEmpty();

			this.broken.set(true);
			published.add(publish(axon));
			published.add(publish(axon));
			eventually(() -> assertThat(standstills.now()).isEqualTo(Map.of("fragile", "IllegalStateException")));
			assertThat(this.saved).hasSize(1);

			this.broken.set(false);
			eventually(() -> assertThat(this.saved).containsExactlyInAnyOrderElementsOf(published));
			eventually(() -> assertThat(standstills.now()).isEmpty());
		}
		finally {
			axon.shutdown();
		}
	}

	@Test
	void readModelsOfOneNameShareAProcessor() {
		DefaultConfigurer configurer = (DefaultConfigurer) DefaultConfigurer.defaultConfiguration()
			.registerComponent(TokenStore.class, (configuration) -> new InMemoryTokenStore())
			.configureEmbeddedEventStore((configuration) -> new InMemoryEventStorageEngine());
		new Projections(List.of(new Fragile(), new Fragile()), new Standstills()).configureModule(configurer);
		Configuration axon = configurer.start();
		try {
			UUID published = publish(axon);
			eventually(() -> assertThat(this.saved).containsExactly(published, published));
			assertThat(axon.eventProcessingConfiguration().eventProcessors()).containsOnlyKeys("fragile");
		}
		finally {
			axon.shutdown();
		}
	}

	private static UUID publish(Configuration axon) {
		UUID userId = UUID.randomUUID();
		axon.eventStore().publish(GenericEventMessage.asEventMessage(new UserRegistered(userId, Role.MEMBER)));
		return userId;
	}

	private static void eventually(ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
	}

	private final class Fragile implements ReadModel<UUID, UUID> {

		@Override
		public String name() {
			return "fragile";
		}

		@Override
		public Optional<UUID> keyOf(DaybookEvent event) {
			return (event instanceof UserRegistered registered) ? Optional.of(registered.userId()) : Optional.empty();
		}

		@Override
		public @Nullable UUID fold(@Nullable UUID row, DaybookEvent event, Instant at) {
			return keyOf(event).orElseThrow();
		}

		@Override
		public Map<UUID, UUID> load(Set<UUID> keys) {
			return Map.of();
		}

		@Override
		public void save(Collection<UUID> rows) {
			if (StandstillsTest.this.broken.get()) {
				throw new IllegalStateException("no room");
			}
			StandstillsTest.this.saved.addAll(rows);
		}

		@Override
		public void clear() {
			StandstillsTest.this.saved.clear();
		}

	}

}
