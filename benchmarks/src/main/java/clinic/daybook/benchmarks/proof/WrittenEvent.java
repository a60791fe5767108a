package clinic.daybook.benchmarks.proof;

import java.time.Instant;

/** An event as it stands in the store, without what it says. */
record WrittenEvent(long position, String eventId, String stream, long sequence, Instant at) {

}
