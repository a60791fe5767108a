package clinic.daybook.app.axon;

import java.util.Map;
import java.util.TreeMap;

import clinic.daybook.query.projection.Standstills;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Reports projections that don't get on: one that fails stands still and tries again, and
 * skips nothing.
 */
@Component
@Profile("query | !command")
class ProjectionsHealthIndicator implements HealthIndicator {

	private final EventProcessingConfiguration processing;

	private final Standstills standstills;

	ProjectionsHealthIndicator(EventProcessingConfiguration processing, Standstills standstills) {
		this.processing = processing;
		this.standstills = standstills;
	}

	@Override
	public Health health() {
		Map<String, String> standing = new TreeMap<>(this.standstills.now());
		this.processing.eventProcessors().forEach((name, processor) -> {
			if (!processor.isRunning()) {
				standing.put(name, "not running");
			}
		});
		return (standing.isEmpty() ? Health.up() : Health.down()).withDetails(standing).build();
	}

}
