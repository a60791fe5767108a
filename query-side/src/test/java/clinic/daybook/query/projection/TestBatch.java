package clinic.daybook.query.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import clinic.daybook.api.DaybookEvent;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Some events of the book, as a processor would hand them to a projection at once. */
public record TestBatch(List<Recorded> events) {

	public static TestBatch of(List<Recorded> events) {
		return new TestBatch(List.copyOf(events));
	}

	public void into(List<ReadModel<?, ?>> readModels) {
		Projection projection = new Projection("tested", readModels, new Standstills());
		List<GenericEventMessage<Recorded>> messages = this.events.stream()
			.map((recorded) -> new GenericEventMessage<>(recorded, Map.of()))
			.toList();
		new BatchingUnitOfWork<>(messages).executeWithResult(() -> {
			Recorded recorded = (Recorded) CurrentUnitOfWork.get().getMessage().getPayload();
			projection.on(recorded.event(), recorded.at(), CurrentUnitOfWork.get());
			return null;
		});
	}

	public record Recorded(DaybookEvent event, Instant at) {
	}

}
