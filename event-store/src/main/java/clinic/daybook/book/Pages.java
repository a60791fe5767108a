package clinic.daybook.book;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Events fetched a page at a time as they are asked for, each page by a query of its own,
 * so that no transaction stays open however slow the reader is.
 */
final class Pages extends Spliterators.AbstractSpliterator<StoredEvent> {

	static final int SIZE = 500;

	private final LongFunction<List<StoredEvent>> pageAfter;

	private final ToLongFunction<StoredEvent> mark;

	private Iterator<StoredEvent> page = Collections.emptyIterator();

	private long last;

	private boolean ended;

	private Pages(long after, LongFunction<List<StoredEvent>> pageAfter, ToLongFunction<StoredEvent> mark) {
		super(Long.MAX_VALUE, ORDERED | NONNULL | IMMUTABLE);
		this.last = after;
		this.pageAfter = pageAfter;
		this.mark = mark;
	}

	/**
	 * Everything after a mark.
	 * @param pageAfter gives up to {@link #SIZE} events after a mark; fewer mean that
	 * there are no more
	 * @param mark what the next page is asked for by
	 */
	static Stream<StoredEvent> after(long after, LongFunction<List<StoredEvent>> pageAfter,
			ToLongFunction<StoredEvent> mark) {
		return StreamSupport.stream(new Pages(after, pageAfter, mark), false);
	}

	@Override
	public boolean tryAdvance(Consumer<? super StoredEvent> action) {
		if (!this.page.hasNext() && !this.ended) {
			List<StoredEvent> fetched = this.pageAfter.apply(this.last);
			this.ended = fetched.size() < SIZE;
			this.page = fetched.iterator();
		}
		if (!this.page.hasNext()) {
			return false;
		}
		StoredEvent event = this.page.next();
		this.last = this.mark.applyAsLong(event);
		action.accept(event);
		return true;
	}

}
