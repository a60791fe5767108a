package clinic.daybook.benchmarks.proof;

import java.util.Set;

/** What goes wrong on purpose. */
enum Trouble {

	/** A process of PostgreSQL's stops in the middle of a writing transaction. */
	STALL, LONG_STALL,

	/** Another session keeps everybody from appending. */
	LOCK, LONG_LOCK,

	/** PostgreSQL ends a session. */
	TERMINATION,

	/** The network breaks: see {@link Wire.Cut}. */
	CUT_BEFORE_REQUEST, CUT_AFTER_REQUEST, CUT_BEFORE_ANSWER,

	/** A process of writers is killed; another goes on where it was. */
	KILLED_WRITERS,

	/** A reader is called home and comes back after the next trouble. */
	STREAM_READER_LEAVES, PROCESSOR_READER_LEAVES,

	/** It is killed and comes back after the next trouble. */
	STREAM_READER_KILLED, PROCESSOR_READER_KILLED;

	/** With clocks that differ, all that it takes to make the control miss events. */
	static final Set<Trouble> OF_CONTROL = Set.of(STALL, LONG_STALL, LOCK, LONG_LOCK);

	/** Once is enough. */
	static final Set<Trouble> ONCE = Set.of(LONG_STALL, LONG_LOCK, KILLED_WRITERS);

}
