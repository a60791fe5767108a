package clinic.daybook.benchmarks.speed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

import clinic.daybook.book.BookStorageEngine;
import org.axonframework.eventhandling.DomainEventMessage;

/** The schedules of many doctors, in the order in which things happen. */
final class ClinicHistory {

	static final int DOCTORS = 40;

	private static final int BATCH = 500;

	private final PriorityQueue<ScheduleHistory> doctors = new PriorityQueue<>(
			Comparator.comparing(ScheduleHistory::nextAt).thenComparing(ScheduleHistory::doctorId));

	private final long events;

	ClinicHistory(long events, LocalDate today) {
		this.events = events;
		LongStream.range(0, DOCTORS)
			.mapToObj((seed) -> ScheduleHistory.before(today, events / DOCTORS, seed))
			.forEach(this.doctors::add);
	}

	/** Many together, since nobody is to be answered. */
	void writeTo(BookStorageEngine engine) {
		long written = 0;
		while (written < this.events) {
			List<DomainEventMessage<?>> batch = new ArrayList<>();
			while (batch.size() < Math.min(BATCH, this.events - written)) {
				batch.add(next());
			}
			engine.appendEvents(batch);
			written += batch.size();
		}
	}

	private DomainEventMessage<?> next() {
		ScheduleHistory first = this.doctors.remove();
		DomainEventMessage<?> event = first.next();
		this.doctors.add(first);
		return event;
	}

}
