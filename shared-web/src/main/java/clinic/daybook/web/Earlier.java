package clinic.daybook.web;

/** What has become of the attempts before this one. */
sealed interface Earlier {

	/** One is under way. */
	record Running() implements Earlier {
	}

	/** One has succeeded. */
	@SuppressWarnings("ArrayRecordComponent") // Carried, never compared
	record Answered(byte[] sealed) implements Earlier {
	}

	/** They were for another body. */
	record OfAnotherBody() implements Earlier {
	}

	/** None is left that would stand in the way. */
	record Over() implements Earlier {
	}

}
