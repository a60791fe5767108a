package clinic.daybook.app.axon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import clinic.daybook.book.FairShare;
import clinic.daybook.book.Readers;
import clinic.daybook.query.projection.Standstills;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Reports projections that don't get on: one that fails stands still and tries again, and
 * skips nothing. Whatever the cause, an event that can't even be read included, it shows
 * in how long the oldest event has been waiting for somebody.
 */
@Component
@Profile("query | !command")
class ProjectionsHealthIndicator implements HealthIndicator {

	private static final Duration TOLERATED = Duration.ofSeconds(10);

	private final EventProcessingConfiguration processing;

	private final Standstills standstills;

	private final FairShare share;

	private final Readers readers;

	private final Clock clock;

	ProjectionsHealthIndicator(EventProcessingConfiguration processing, Standstills standstills, FairShare share,
			Readers readers, Clock clock) {
		this.processing = processing;
		this.standstills = standstills;
		this.share = share;
		this.readers = readers;
		this.clock = clock;
	}

	@Override
	public Health health() {
		Map<String, String> standing = new TreeMap<>(this.standstills.now());
		if (!standing.isEmpty()) {
			// Who has it now tells of it.
			standing.keySet().removeAll(this.share.othersHave());
		}
		this.processing.eventProcessors().forEach((name, processor) -> {
			if (!processor.isRunning()) {
				standing.put(name, "not running");
			}
		});
		Instant tolerated = this.clock.instant().minus(TOLERATED);
		this.readers.behindSince()
			.filter((since) -> since.isBefore(tolerated))
			.ifPresent((since) -> standing.put("behindSince", since.toString()));
		return (standing.isEmpty() ? Health.up() : Health.down()).withDetails(standing).build();
	}

}
