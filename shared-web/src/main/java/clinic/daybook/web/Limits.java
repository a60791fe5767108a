package clinic.daybook.web;

import org.jspecify.annotations.Nullable;

/**
 * {@code ?limit=&after=} of a list; declare it as a parameter of the endpoint.
 *
 * @param after where the page before ended, for {@link Cursor#decode}
 */
public record Limits(int limit, @Nullable String after) {

	public static final int DEFAULT = 20;

	public static final int MOST = 100;

}
