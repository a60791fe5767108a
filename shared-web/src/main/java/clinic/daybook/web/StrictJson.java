package clinic.daybook.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;

/**
 * JSON to the letter of the contract: nothing is guessed, converted or dropped. It
 * customises Boot's mapper, which is the one HTTP uses; the book has a mapper of its own.
 */
final class StrictJson implements JsonMapperBuilderCustomizer {

	static JsonMapper mapper() {
		JsonMapper.Builder builder = JsonMapper.builder();
		new StrictJson().customize(builder);
		return builder.build();
	}

	@Override
	public void customize(JsonMapper.Builder builder) {
		builder
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE, DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.withCoercionConfigDefaults(
					(config) -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Textual,
					(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.addModule(texts());
	}

	private static SimpleModule texts() {
		SimpleModule module = new SimpleModule("Daybook");
		reads(module, String.class, "must not contain characters that can't be stored", (text) -> {
			if (!Texts.storable(text)) {
				throw new IllegalArgumentException("not storable");
			}
			return text;
		});
		reads(module, UUID.class, Expected.UUID_TEXT, Texts::uuid);
		reads(module, Instant.class, Expected.INSTANT, Texts::instant);
		reads(module, OffsetDateTime.class, Expected.INSTANT, Texts::offsetDateTime);
		reads(module, LocalDate.class, Expected.DATE, Texts::date);
		reads(module, LocalTime.class, Expected.TIME, Texts::time);
		reads(module, ZoneId.class, Expected.ZONE, Texts::zone);
		writes(module, OffsetDateTime.class, Texts::write);
		writes(module, LocalTime.class, Texts::write);
		return module;
	}

	private static <T> void reads(SimpleModule module, Class<T> type, String expectation, Function<String, T> reading) {
		module.addDeserializer(type, new StdScalarDeserializer<T>(type) {
			@Override
			public T deserialize(JsonParser parser, DeserializationContext context) {
				if (!parser.hasToken(JsonToken.VALUE_STRING)) {
					throw new BadText(parser, type, Expected.of(type));
				}
				String text = parser.getString();
				try {
					return reading.apply(text);
				}
				catch (RuntimeException ex) {
					throw new BadText(parser, type, expectation);
				}
			}
		});
	}

	private static <T> void writes(SimpleModule module, Class<T> type, Function<T, String> writing) {
		module.addSerializer(type, new StdScalarSerializer<T>(type) {
			@Override
			public void serialize(T value, JsonGenerator generator, SerializationContext context) {
				generator.writeString(writing.apply(value));
			}
		});
	}

}
