package clinic.daybook.benchmarks.append;

import java.sql.SQLException;

import org.axonframework.eventhandling.DomainEventMessage;

/** Something that appends for many callers at once. */
interface Appending extends AutoCloseable {

	/** Comes back when the event is written. */
	void append(DomainEventMessage<Visit.VisitBooked> event) throws SQLException;

	@Override
	void close();

}
