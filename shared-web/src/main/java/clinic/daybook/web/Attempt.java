package clinic.daybook.web;

import java.util.UUID;

/**
 * One go at a request that has an {@link IdempotencyKey}.
 *
 * @param lease tells it from other attempts at the same request
 */
record Attempt(IdempotencyKey key, UUID lease, NewId newId) {

	/** Where the request keeps it. */
	static final String ATTRIBUTE = Attempt.class.getName();

}
