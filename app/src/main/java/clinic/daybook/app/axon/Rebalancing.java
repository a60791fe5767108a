package clinic.daybook.app.axon;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import clinic.daybook.book.FairShare;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives each process its share of the projections, soon after it has joined. */
@Component
@Profile("query | !command")
class Rebalancing {

	private static final Logger log = LoggerFactory.getLogger(Rebalancing.class);

	private final EventProcessingConfiguration processing;

	private final FairShare share;

	Rebalancing(EventProcessingConfiguration processing, FairShare share) {
		this.processing = processing;
		this.share = share;
	}

	/** One at a time, so that the readers' pauses don't add up. */
	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void takeOne() {
		try {
			this.share.takeOne(running()).ifPresent(this::claim);
		}
		catch (DataAccessException ex) {
			// Health tells of a database that is away.
			log.debug("Whether there is a projection to take over can't be told now", ex);
		}
	}

	private List<String> running() {
		return this.processing.eventProcessors()
			.values()
			.stream()
			.filter(StreamingEventProcessor.class::isInstance)
			.filter(EventProcessor::isRunning)
			.map(EventProcessor::getName)
			.toList();
	}

	/** At once; it would find what it owns by itself, but only some seconds later. */
	private void claim(FairShare.Taken taken) {
		log.info("Taking over {} from a process that has more", taken.processor());
		this.processing.eventProcessor(taken.processor(), StreamingEventProcessor.class).ifPresent((processor) -> {
			CompletableFuture<Boolean> unused = processor.claimSegment(taken.segment());
		});
	}

}
