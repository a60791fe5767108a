package clinic.daybook.benchmarks.proof;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** What is to be written by one append, and how. */
record Plan(Manner manner, List<Line> lines) {

	/** The events of a new try, at the end of their streams. */
	List<DomainEventMessage<Deed>> events(Sequences sequences, Clock clock) {
		Map<String, Long> next = new HashMap<>();
		List<DomainEventMessage<Deed>> events = new ArrayList<>();
		for (Line line : this.lines) {
			Long sequence = next.get(line.stream());
			if (sequence == null) {
				sequence = sequences.next(line.stream());
			}
			next.put(line.stream(), sequence + 1);
			events.add(new GenericDomainEventMessage<>("Deed", line.stream(), sequence, line.deed(), Map.of(),
					UUID.randomUUID().toString(), clock.instant()));
		}
		return events;
	}

	Set<String> streams() {
		Set<String> streams = new HashSet<>();
		this.lines.forEach((line) -> streams.add(line.stream()));
		return streams;
	}

	Plan alone() {
		return new Plan(Manner.ALONE, this.lines);
	}

	Plan withoutClaims() {
		return new Plan(this.manner, this.lines.stream()
			.map((line) -> line.deed().claims().isEmpty() ? line : new Line(line.stream(), new Deed.Noted("in vain")))
			.toList());
	}

	enum Manner {

		ALONE,

		/** In a transaction of the writer's. */
		JOINED,

		/** In one that doesn't come to its end. */
		ROLLED_BACK

	}

	record Line(String stream, Deed deed) {
	}

}
