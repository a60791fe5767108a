package clinic.daybook.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import clinic.daybook.api.DaybookEvent;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps a read model in step with the book. A batch of events is collected, folded in
 * memory and written at once, in the transaction that also moves the projection's
 * position: so each event counts exactly once, and a thousand cost hardly more than one.
 * It takes every event, of use or not, so that its position never lags behind for want of
 * one.
 */
final class Projection<K, R> {

	private final ReadModel<K, R> readModel;

	Projection(ReadModel<K, R> readModel) {
		this.readModel = readModel;
	}

	String name() {
		return this.readModel.name();
	}

	@EventHandler
	void on(DaybookEvent event, @Timestamp Instant at, UnitOfWork<?> unitOfWork) {
		UnitOfWork<?> batch = unitOfWork.root();
		List<Recorded> events = batch.getOrComputeResource(Projection.class.getName() + name(), (key) -> {
			List<Recorded> collected = new ArrayList<>();
			batch.onPrepareCommit((work) -> write(collected));
			return collected;
		});
		events.add(new Recorded(event, at));
	}

	@ResetHandler
	void reset() {
		this.readModel.clear();
	}

	private void write(List<Recorded> events) {
		Set<K> keys = new LinkedHashSet<>();
		events.forEach((recorded) -> this.readModel.keyOf(recorded.event()).ifPresent(keys::add));
		if (keys.isEmpty()) {
			return;
		}
		Map<K, R> rows = new HashMap<>(this.readModel.load(keys));
		for (Recorded recorded : events) {
			this.readModel.keyOf(recorded.event())
				.ifPresent((key) -> rows.compute(key,
						(same, row) -> this.readModel.fold(row, recorded.event(), recorded.at())));
		}
		this.readModel.save(rows.values());
	}

	private record Recorded(DaybookEvent event, Instant at) {
	}

}
