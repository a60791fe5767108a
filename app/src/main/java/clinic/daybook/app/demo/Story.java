package clinic.daybook.app.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * All that has happened in the demo clinic, from its opening until now. Two who start it
 * at the same instant find the same.
 */
record Story(List<Happening> happenings) {

	private static final long SEED = 1858;

	static Story until(Instant now) {
		Random random = new Random(SEED);
		Opening opening = Opening.before(now);
		Registrations registrations = Registrations.after(opening, random);
		Appointments appointments = new Appointments(now, opening, registrations, random);
		return new Story(Stream.of(opening.happenings(), registrations.happenings(), appointments.thoughtOut())
			.flatMap(List::stream)
			.sorted(Comparator.comparing(Happening::at))
			.toList());
	}

}
