package clinic.daybook.book;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What an event does to the claims that no two may hold at once. */
public sealed interface ClaimChange {

	/** With {@code key}, says what is claimed. */
	String kind();

	String key();

	/** Who or what holds the claim. */
	String value();

	/**
	 * Refused while somebody holds the same kind and key: at an overlapping time, or, for
	 * claims without a time, at all.
	 *
	 * @param expiresAt from when on it stands in nobody's way, by the time of events;
	 * null if it ends by a release only
	 */
	record Take(String kind, String key, @Nullable TimeRange during, String value,
			@Nullable Instant expiresAt) implements ClaimChange {

		public Take(String kind, String key, @Nullable TimeRange during, String value) {
			this(kind, key, during, value, null);
		}

	}

	/** Gives up what this value holds of kind and key; nothing to give up is fine. */
	record Release(String kind, String key, String value) implements ClaimChange {
	}

}
