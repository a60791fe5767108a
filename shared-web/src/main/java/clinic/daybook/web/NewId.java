package clinic.daybook.web;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * The id of what an endpoint is about to create. To declare it as a parameter is all that
 * an endpoint needs for {@code Idempotency-Key}: every attempt with the same key is
 * handed the same id, so whatever makes ids unique makes a second creation impossible.
 *
 * @param mayExist whether an earlier attempt may have created it, because nobody knows
 * how that one ended. What is found under the id then is the answer to this one too
 */
public record NewId(UUID value, boolean mayExist) {

	/** An id that nobody has had before. */
	public static NewId fresh() {
		return new NewId(UuidCreator.getTimeOrderedEpoch(), false);
	}

}
