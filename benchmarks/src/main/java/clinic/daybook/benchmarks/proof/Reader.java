package clinic.daybook.benchmarks.proof;

/**
 * Reads a store and notes what it sees, from its token on, until it is closed. There are
 * two ways to do that in Axon.
 */
interface Reader extends AutoCloseable {

	@Override
	void close();

	enum Kind {

		/** A stream and a token of its own. */
		STREAM,

		/** A pooled processor. */
		PROCESSOR

	}

	static Reader start(Kind kind, Contender contender, String url) {
		return switch (kind) {
			case STREAM -> StreamReader.start(kind.name(), contender, url);
			case PROCESSOR -> ProcessorReader.start(kind.name(), contender, url);
		};
	}

}
