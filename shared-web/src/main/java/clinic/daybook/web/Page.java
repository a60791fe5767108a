package clinic.daybook.web;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

	/**
	 * Makes a page of rows that were asked for with one more than the limit, which tells
	 * whether there is another page without counting.
	 */
	public static <T> Page<T> of(List<T> rows, Limits limits, Function<T, String> cursor) {
		if (rows.size() <= limits.limit()) {
			return new Page<>(List.copyOf(rows), null);
		}
		List<T> items = List.copyOf(rows.subList(0, limits.limit()));
		return new Page<>(items, cursor.apply(items.getLast()));
	}

}
