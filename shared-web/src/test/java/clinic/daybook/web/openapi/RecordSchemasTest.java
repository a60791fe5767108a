package clinic.daybook.web.openapi;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.core.util.Json31;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecordSchemasTest {

	private final RecordSchemas records = new RecordSchemas();

	private final ModelConverterContextImpl context = new ModelConverterContextImpl(this.records);

	@Test
	void whatIsNotNullableIsRequiredAndNothingElseMayBeThere() {
		JsonNode visit = described(Visit.class, "Visit");

		assertThat(names(visit.path("required"))).containsExactlyInAnyOrder("id", "count", "days", "guest");
		assertThat(visit.path("additionalProperties").asBoolean(true)).isFalse();
		assertThat(visit.path("properties").propertyNames()).containsExactly("id", "count", "at", "days", "guest",
				"note", "friend", "left");
	}

	@Test
	void whatIsNullableMayBeNullUnlessItIsLeftOut() {
		JsonNode properties = described(Visit.class, "Visit").path("properties");

		assertThat(names(properties.at("/note/type"))).containsExactly("string", "null");
		assertThat(names(properties.at("/at/type"))).containsExactly("string", "null");
		assertThat(properties.at("/friend/anyOf/0/$ref").asString()).isEqualTo("#/components/schemas/Guest");
		assertThat(properties.at("/friend/anyOf/1/type").asString()).isEqualTo("null");
		assertThat(properties.at("/left/type").asString()).isEqualTo("string");
	}

	@Test
	void valuesHaveTheirForms() {
		JsonNode properties = described(Visit.class, "Visit").path("properties");

		assertThat(properties.at("/id/format").asString()).isEqualTo("uuid");
		assertThat(properties.at("/count/type").asString()).isEqualTo("integer");
		assertThat("09:30").matches(properties.at("/at/pattern").asString());
		assertThat("24:00").doesNotMatch(properties.at("/at/pattern").asString());
		assertThat(properties.at("/days/items/$ref").asString()).isEqualTo("#/components/schemas/DayOfWeek");
		assertThat(names(schema("DayOfWeek").path("enum"))).hasSize(7).contains("MONDAY");
	}

	@Test
	void aPageIsCalledAfterWhatItIsOf() {
		this.context
			.resolve(new AnnotatedType(ResolvableType.forClassWithGenerics(Page.class, GuestView.class).getType()));

		assertThat(schema("GuestPage").at("/properties/items/items/$ref").asString())
			.isEqualTo("#/components/schemas/Guest");
		assertThat(names(schema("GuestPage").path("required"))).containsExactly("items");
	}

	@Test
	void twoTypesOfOneNameAreRefusedForGood() {
		described(Visit.class, "Visit");
		this.records.haveNotFailed();

		assertThatIllegalStateException()
			.isThrownBy(() -> this.context.resolve(new AnnotatedType(Elsewhere.Visit.class)))
			.withMessageContaining("Elsewhere");
		assertThatIllegalStateException().isThrownBy(this.records::haveNotFailed);
	}

	private JsonNode described(Class<?> type, String name) {
		this.context.resolve(new AnnotatedType(type));
		return schema(name);
	}

	private JsonNode schema(String name) {
		Map<String, ?> schemas = this.context.getDefinedModels();
		return new JsonMapper().readTree(Json31.pretty(schemas.get(name)));
	}

	private static List<String> names(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

	record Visit(UUID id, int count, @Nullable LocalTime at, List<DayOfWeek> days, GuestView guest,
			@Nullable String note, @Nullable GuestView friend,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String left) {
	}

	record GuestView(String name) {
	}

	static final class Elsewhere {

		record Visit(String other) {
		}

	}

}
