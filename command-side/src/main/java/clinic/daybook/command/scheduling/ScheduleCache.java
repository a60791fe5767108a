package clinic.daybook.command.scheduling;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.springframework.stereotype.Component;

/**
 * Keeps schedules that were used lately in memory, so that a command need not replay
 * their history. Bounded by number, and by use: not by references that a garbage
 * collection drops all at once.
 */
@Component("scheduleCache")
final class ScheduleCache implements Cache {

	private static final int SCHEDULES = 10_000;

	private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries = Caffeine.newBuilder()
		.maximumSize(SCHEDULES)
		.build();

	@Override
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals", "NullAway" }) // Axon's
																					// contract
	public <K, V> V get(K key) {
		return (V) this.entries.getIfPresent(key);
	}

	@Override
	public void put(Object key, Object value) {
		this.entries.put(key, value);
	}

	@Override
	public boolean putIfAbsent(Object key, Object value) {
		return this.entries.asMap().putIfAbsent(key, value) == null;
	}

	@Override
	public boolean remove(Object key) {
		return this.entries.asMap().remove(key) != null;
	}

	@Override
	public void removeAll() {
		this.entries.invalidateAll();
	}

	@Override
	public boolean containsKey(Object key) {
		return this.entries.asMap().containsKey(key);
	}

	@Override
	public Registration registerCacheEntryListener(EntryListener listener) {
		throw new UnsupportedOperationException("Aggregates are cached without listeners");
	}

}
