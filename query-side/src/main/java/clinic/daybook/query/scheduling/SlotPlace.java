package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import clinic.daybook.web.Cursor;
import clinic.daybook.web.Limits;

/**
 * A place in the list of free slots, whether or not there is one: by start, and by doctor
 * where several start at once.
 */
record SlotPlace(Instant start, UUID doctorId) implements Comparable<SlotPlace> {

	private static final String LIST = "slots";

	private static final UUID BEFORE_ANYBODY = new UUID(0, 0);

	// Ids as people read them, since the JDK compares UUIDs as signed numbers.
	private static final Comparator<SlotPlace> ORDER = Comparator.comparing(SlotPlace::start)
		.thenComparing((place) -> place.doctorId().toString());

	/** Before all slots that start then. */
	static SlotPlace before(Instant start) {
		return new SlotPlace(start, BEFORE_ANYBODY);
	}

	/**
	 * Where the page before ended; before all that can still be booked if there is none.
	 */
	static SlotPlace after(Limits limits) {
		String after = limits.after();
		if (after == null) {
			return before(Instant.EPOCH);
		}
		List<String> key = Cursor.decode(LIST, after, 2);
		return new SlotPlace(Cursor.instant(key.get(0)), Cursor.uuid(key.get(1)));
	}

	String cursor() {
		return Cursor.encode(LIST, this.start.toString(), this.doctorId.toString());
	}

	@Override
	public int compareTo(SlotPlace other) {
		return ORDER.compare(this, other);
	}

}
