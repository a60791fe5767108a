package clinic.daybook.query.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import clinic.daybook.api.DaybookEvent;
import org.jspecify.annotations.Nullable;

/**
 * A table shaped for a question: how an event changes a row (pure, so that a rebuild can
 * do the same in memory), and how rows are read and written many at a time.
 *
 * @param <K> what tells rows apart
 * @param <R> a row
 */
public interface ReadModel<K, R> {

	/**
	 * The name of its projection, which is also that of its position. Read models of one
	 * name change in one transaction, and the book is read once for all of them.
	 */
	String name();

	/** The row an event changes, if this read model has any use for the event. */
	Optional<K> keyOf(DaybookEvent event);

	/**
	 * The row after an event recorded at an instant.
	 * @param row as it was, null where there was none
	 */
	@Nullable R fold(@Nullable R row, DaybookEvent event, Instant at);

	Map<K, R> load(Set<K> keys);

	/** Writes rows in one statement, new and changed ones alike. */
	void save(Collection<R> rows);

	/** Forgets everything, before a replay. */
	void clear();

}
