package clinic.daybook.app.axon;

import java.util.List;
import java.util.function.ToDoubleFunction;

import clinic.daybook.book.Lag;
import clinic.daybook.query.projection.ReadModel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How far the projections are behind the book, whichever process runs them: every process
 * reports the same.
 */
@Component
@Profile("query | !command")
class LagMetrics implements MeterBinder {

	private final List<String> processors;

	private final LatestLags lags;

	LagMetrics(List<ReadModel<?, ?>> readModels, LatestLags lags) {
		this.processors = readModels.stream().<String>map(ReadModel::name).distinct().toList();
		this.lags = lags;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String processor : this.processors) {
			gauge("daybook.projection.lag.events", processor, Lag::events)
				.description("Events of the book that the projection has not processed")
				.register(registry);
			gauge("daybook.projection.lag.seconds", processor, Lag::seconds)
				.description("Age of the oldest event that the projection has not processed")
				.register(registry);
		}
	}

	/** Not a number while it isn't known. */
	private Gauge.Builder<LatestLags> gauge(String name, String processor, ToDoubleFunction<Lag> number) {
		return Gauge.builder(name, this.lags, (latest) -> {
			Lag lag = latest.byProcessor().get(processor);
			return (lag != null) ? number.applyAsDouble(lag) : Double.NaN;
		}).tag("processor", processor);
	}

}
