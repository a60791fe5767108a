package clinic.daybook.book;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored. A type's name is its simple name, so that
 * packages can be renamed; its revision is "1" until {@link #withRevision} says
 * otherwise.
 */
public final class EventTypes {

	private static final String FIRST_REVISION = "1";

	private final Map<String, Class<?>> classes;

	private final Map<Class<?>, String> revisions;

	private EventTypes(Map<String, Class<?>> classes, Map<Class<?>, String> revisions) {
		this.classes = Map.copyOf(classes);
		this.revisions = Map.copyOf(revisions);
	}

	/** Every concrete type that the sealed roots permit, at any depth. */
	public static EventTypes ofSealed(Collection<? extends Class<?>> roots) {
		Map<String, Class<?>> classes = new HashMap<>();
		roots.forEach((root) -> collect(root, classes));
		Map<Class<?>, String> revisions = new HashMap<>();
		classes.values().forEach((type) -> revisions.put(type, FIRST_REVISION));
		return new EventTypes(classes, revisions);
	}

	private static void collect(Class<?> type, Map<String, Class<?>> classes) {
		Class<?>[] permitted = type.getPermittedSubclasses();
		if (permitted != null) {
			for (Class<?> subclass : permitted) {
				collect(subclass, classes);
			}
		}
		if (Modifier.isAbstract(type.getModifiers())) {
			if (permitted == null) {
				throw new IllegalArgumentException(type.getName() + " is neither sealed nor concrete");
			}
			return;
		}
		Class<?> namesake = classes.putIfAbsent(type.getSimpleName(), type);
		if (namesake != null && namesake != type) {
			throw new IllegalArgumentException(
					"Events would be stored under one name: " + namesake.getName() + " and " + type.getName());
		}
	}

	/** Says that events of this type are written in a later revision. */
	public EventTypes withRevision(Class<?> type, String revision) {
		if (!this.revisions.containsKey(type)) {
			throw new IllegalArgumentException(type.getName() + " is no event type");
		}
		Map<Class<?>, String> changed = new HashMap<>(this.revisions);
		changed.put(type, revision);
		return new EventTypes(this.classes, changed);
	}

	public Set<String> names() {
		return this.classes.keySet();
	}

	public @Nullable Class<?> classNamed(String name) {
		return this.classes.get(name);
	}

	/** Null for a class that is no event type. */
	public @Nullable String revisionOf(Class<?> type) {
		return this.revisions.get(type);
	}

}
