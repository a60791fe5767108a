package clinic.daybook.query.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import clinic.daybook.book.CoordinatorThread;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.stereotype.Component;

/**
 * Gives the read models of each name a pooled streaming processor of their own. One that
 * fails gives its batch back and tries again, ever more slowly; it never skips an event,
 * and health tells of it.
 */
@Component
class Projections implements ConfigurerModule {

	private static final int BATCH_SIZE = 500;

	private final List<ReadModel<?, ?>> readModels;

	private final Standstills standstills;

	Projections(List<ReadModel<?, ?>> readModels, Standstills standstills) {
		this.readModels = readModels;
		this.standstills = standstills;
	}

	@Override
	public void configureModule(Configurer configurer) {
		EventProcessingConfigurer processing = configurer.eventProcessing();
		processing.registerDefaultErrorHandler((configuration) -> (failure) -> {
			if (!isAnothers(failure.error())) {
				this.standstills.stopped(failure.eventProcessor(), failure.error());
			}
			PropagatingErrorHandler.instance().handleError(failure);
		});
		processing.registerDefaultListenerInvocationErrorHandler((configuration) -> PropagatingErrorHandler.instance());
		this.readModels.stream()
			.collect(Collectors.groupingBy(ReadModel::name, LinkedHashMap::new, Collectors.toList()))
			.forEach((name, together) -> register(name, together, processing));
	}

	/**
	 * Another process has taken the projection over and goes on with it: nothing stands
	 * still.
	 */
	private static boolean isAnothers(Throwable error) {
		return error instanceof UnableToClaimTokenException;
	}

	private void register(String name, List<ReadModel<?, ?>> together, EventProcessingConfigurer processing) {
		Projection projection = new Projection(name, together, this.standstills);
		processing.registerEventHandler((configuration) -> projection)
			.assignHandlerInstancesMatching(name, (handler) -> handler == projection)
			.registerPooledStreamingEventProcessor(name, org.axonframework.config.Configuration::eventStore,
					(configuration, processor) -> processor.initialSegmentCount(1)
						.batchSize(BATCH_SIZE)
						.coordinatorExecutor(coordinator(name, configuration)));
	}

	private static CoordinatorThread coordinator(String name, org.axonframework.config.Configuration configuration) {
		CoordinatorThread thread = new CoordinatorThread(name);
		configuration.onShutdown(thread::shutdown);
		return thread;
	}

}
