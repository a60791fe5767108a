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
 * Keeps the read models of one name in step with the book. A batch of events is
 * collected, folded in memory and written at once, in the transaction that also moves the
 * projection's position: so each event counts exactly once, and a thousand cost hardly
 * more than one. It takes every event, of use or not, so that its position never lags
 * behind for want of one.
 */
final class Projection {

	private final String name;

	private final List<ReadModel<?, ?>> readModels;

	private final Standstills standstills;

	Projection(String name, List<ReadModel<?, ?>> readModels, Standstills standstills) {
		this.name = name;
		this.readModels = readModels;
		this.standstills = standstills;
	}

	@EventHandler
	void on(DaybookEvent event, @Timestamp Instant at, UnitOfWork<?> unitOfWork) {
		UnitOfWork<?> batch = unitOfWork.root();
		List<Recorded> events = batch.getOrComputeResource(Projection.class.getName() + this.name, (key) -> {
			List<Recorded> collected = new ArrayList<>();
			batch.onPrepareCommit((work) -> write(collected));
			batch.afterCommit((work) -> this.standstills.moves(this.name));
			return collected;
		});
		events.add(new Recorded(event, at));
	}

	@ResetHandler
	void reset() {
		this.readModels.forEach(ReadModel::clear);
	}

	private void write(List<Recorded> events) {
		this.readModels.forEach((readModel) -> write(readModel, events));
	}

	private static <K, R> void write(ReadModel<K, R> readModel, List<Recorded> events) {
		Set<K> keys = new LinkedHashSet<>();
		events.forEach((recorded) -> readModel.keyOf(recorded.event()).ifPresent(keys::add));
		if (keys.isEmpty()) {
			return;
		}
		Map<K, R> rows = new HashMap<>(readModel.load(keys));
		for (Recorded recorded : events) {
			readModel.keyOf(recorded.event())
				.ifPresent((key) -> rows.compute(key,
						(same, row) -> readModel.fold(row, recorded.event(), recorded.at())));
		}
		readModel.save(rows.values());
	}

	private record Recorded(DaybookEvent event, Instant at) {
	}

}
