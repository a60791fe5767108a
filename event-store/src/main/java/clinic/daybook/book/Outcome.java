package clinic.daybook.book;

/** How the book answered one append. */
sealed interface Outcome {

	record Won(long first, long last) implements Outcome {
	}

	/** These very events stood already: an earlier answer was lost. */
	record Seen(long first, long last) implements Outcome {
	}

	record Stale(String stream, long lastSequence) implements Outcome {
	}

	record Claimed(String kind, String key) implements Outcome {
	}

	/** An event id stands already, but for another event. */
	record Clash() implements Outcome {
	}

}
