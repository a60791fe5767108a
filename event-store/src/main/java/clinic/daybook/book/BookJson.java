package clinic.daybook.book;

import java.util.Collection;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The serializers whose output is stored. What they write is part of the schema. */
public final class BookJson {

	private BookJson() {
	}

	/**
	 * For events and their metadata. A payload is one JSON object: a record's components
	 * in the order they are declared and nothing else, times and zones as strings, no
	 * nulls, no class names. Unknown properties are passed over when reading, so that a
	 * component can be dropped; a missing number or flag is an error. A stored type or
	 * revision that {@code types} doesn't know is an error too, never an event skipped.
	 */
	public static Serializer events(EventTypes types) {
		return new NamedTypes(types, BookJson::events);
	}

	/**
	 * For snapshots: as for events, in the revision of each type; but maps keep their
	 * order, which may be part of what they say.
	 */
	public static Serializer snapshots(Collection<SnapshotType> snapshots) {
		EventTypes types = EventTypes.ofSealed(snapshots.stream().map(SnapshotType::type).toList());
		for (SnapshotType snapshot : snapshots) {
			types = types.withRevision(snapshot.type(), snapshot.revision());
		}
		return new NamedTypes(types, (json) -> events(json).disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS));
	}

	/** For tokens, those of a replay included. */
	public static Serializer tokens() {
		BasicPolymorphicTypeValidator axonsOwn = BasicPolymorphicTypeValidator.builder()
			.allowIfSubType("org.axonframework.")
			.build();
		return Jackson3Serializer.builder()
			.jsonMapperBuilderCustomizer((json) -> json.polymorphicTypeValidator(axonsOwn))
			.build();
	}

	private static JsonMapper.Builder events(JsonMapper.Builder json) {
		return json.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
			.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
			.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.changeDefaultPropertyInclusion((all) -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
			.changeDefaultVisibility((all) -> all.withGetterVisibility(JsonAutoDetect.Visibility.NONE)
				.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE)
				.withFieldVisibility(JsonAutoDetect.Visibility.ANY));
	}

	/** Names the types it knows by their simple names, and refuses all others. */
	private static final class NamedTypes extends Jackson3Serializer {

		private final EventTypes types;

		NamedTypes(EventTypes types, Jackson3SerializerCustomizer settings) {
			super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(settings));
			this.types = types;
		}

		@Override
		@SuppressWarnings("rawtypes")
		public SerializedType typeForClass(Class type) {
			String revision = this.types.revisionOf(type);
			return (revision != null) ? new SimpleSerializedType(type.getSimpleName(), revision)
					: super.typeForClass(type);
		}

		@Override
		public Class<?> classForType(SerializedType type) {
			if (type.getName().indexOf('.') >= 0 || SerializedType.emptyType().equals(type)) {
				return super.classForType(type);
			}
			Class<?> known = this.types.classNamed(type.getName());
			if (known == null || !type.getRevision().equals(this.types.revisionOf(known))) {
				throw new SerializationException("The book has an event of type " + type.getName() + ", revision "
						+ type.getRevision() + ", that can't be read");
			}
			return known;
		}

	}

}
