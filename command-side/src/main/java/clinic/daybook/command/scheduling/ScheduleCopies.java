package clinic.daybook.command.scheduling;

import java.util.UUID;

import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The schedules kept in memory, which another server may have overtaken. What they answer
 * without writing anything is judged by nobody, so it is compared with where their
 * streams stand.
 */
@Component
class ScheduleCopies {

	private final EventStore book;

	private final Cache schedules;

	ScheduleCopies(EventStore book, @Qualifier("scheduleCache") Cache schedules) {
		this.book = book;
		this.schedules = schedules;
	}

	/**
	 * Lets an answer pass if the schedule that gave it knew all of its history.
	 * @param sequence of the last event it knew
	 * @throws ConcurrencyException if it did not; the next answer comes from the book
	 */
	void refuseIfOvertaken(UUID doctorId, long sequence) {
		if (this.book.lastSequenceNumberFor(ScheduleStream.of(doctorId)).orElse(-1L) > sequence) {
			this.schedules.remove(ScheduleStream.of(doctorId));
			throw new ConcurrencyException("Answered by an overtaken copy");
		}
	}

}
