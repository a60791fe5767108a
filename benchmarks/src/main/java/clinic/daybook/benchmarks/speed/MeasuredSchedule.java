package clinic.daybook.benchmarks.speed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.book.BookEventStore;
import org.axonframework.eventhandling.DomainEventMessage;

/** A schedule with a history, and slots beyond it that nobody has booked yet. */
final class MeasuredSchedule {

	private static final int BATCH = 500;

	/** Further than the history books ahead. */
	private static final int FIRST_FREE_DAY = 20;

	private static final int FREE_DAYS = 300;

	private final ScheduleHistory history;

	private final Deque<Instant> free = new ArrayDeque<>();

	private MeasuredSchedule(ScheduleHistory history, LocalDate today) {
		this.history = history;
		today.plusDays(FIRST_FREE_DAY)
			.datesUntil(today.plusDays(FIRST_FREE_DAY + FREE_DAYS))
			.forEach((day) -> this.free.addAll(ScheduleHistory.slotsOn(day)));
	}

	/** Written by the application's own store, claims included. */
	static MeasuredSchedule write(BookEventStore book, long events, long seed) {
		LocalDate today = LocalDate.now(Clock.systemUTC());
		ScheduleHistory history = ScheduleHistory.before(today, events, seed);
		long written = 0;
		while (written < events) {
			List<DomainEventMessage<?>> batch = new ArrayList<>();
			while (batch.size() < Math.min(BATCH, events - written)) {
				batch.add(history.next());
			}
			book.publish(batch);
			written += batch.size();
		}
		return new MeasuredSchedule(history, today);
	}

	BookAppointment nextBooking() {
		return new BookAppointment(doctorId(), UUID.randomUUID(), UUID.randomUUID(), this.free.removeFirst(), null,
				Booker.MEMBER);
	}

	UUID doctorId() {
		return this.history.doctorId();
	}

	String stream() {
		return this.history.stream();
	}

}
