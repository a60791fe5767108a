package clinic.daybook.web.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/**
 * Describes records and what they are made of. Whatever is not {@code @Nullable} must be
 * there, and there is nothing else; so a type says all that the document has to.
 */
@Component
class RecordSchemas implements ModelConverter {

	private final SchemaNames names = new SchemaNames();

	private final AtomicReference<@Nullable IllegalStateException> failure = new AtomicReference<>();

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType asked, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		try {
			@Nullable Schema<?> known = known(resolvable(asked.getType()), context);
			if (known != null) {
				return known;
			}
		}
		catch (IllegalStateException ex) {
			this.failure.set(ex);
			throw ex;
		}
		return chain.hasNext() ? chain.next().resolve(asked, context, chain) : null;
	}

	/** springdoc leaves out what fails, and goes on. */
	void haveNotFailed() {
		@Nullable IllegalStateException last = this.failure.get();
		if (last != null) {
			throw last;
		}
	}

	private @Nullable Schema<?> known(ResolvableType type, ModelConverterContext context) {
		Class<?> raw = type.toClass();
		if (raw.isRecord()) {
			return record(type, context);
		}
		if (raw.isEnum()) {
			return choice(type, context);
		}
		if (Collection.class.isAssignableFrom(raw)) {
			return Scalars.typed("array").items(any(type.asCollection().getGeneric(), context));
		}
		return Scalars.of(raw);
	}

	private @Nullable Schema<?> any(ResolvableType type, ModelConverterContext context) {
		@Nullable Schema<?> known = known(type, context);
		return (known != null) ? known : context.resolve(new AnnotatedType(type.getType()).resolveAsRef(true));
	}

	private Schema<?> record(ResolvableType type, ModelConverterContext context) {
		String name = this.names.of(type);
		if (!context.getDefinedModels().containsKey(name)) {
			Schema<?> schema = Scalars.typed("object").additionalProperties(false);
			context.defineModel(name, schema);
			for (RecordComponent component : type.toClass().getRecordComponents()) {
				addTo(schema, component, any(ResolvableType.forType(component.getGenericType(), type), context));
			}
		}
		return reference(name);
	}

	private static void addTo(Schema<?> schema, RecordComponent component, @Nullable Schema<?> value) {
		if (value == null) {
			throw new IllegalStateException("The OpenAPI document can't describe " + component);
		}
		if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
			schema.addProperty(component.getName(), value);
			schema.addRequiredItem(component.getName());
		}
		else if (component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
			// Left out rather than null.
			schema.addProperty(component.getName(), value);
		}
		else {
			schema.addProperty(component.getName(), Scalars.orNull(value));
		}
	}

	private Schema<?> choice(ResolvableType type, ModelConverterContext context) {
		String name = this.names.of(type);
		if (!context.getDefinedModels().containsKey(name)) {
			@SuppressWarnings("unchecked")
			Schema<Object> schema = (Schema<Object>) Scalars.typed("string");
			schema.setEnum(List.copyOf(Arrays.stream(type.toClass().getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name())
				.toList()));
			context.defineModel(name, schema);
		}
		return reference(name);
	}

	static Schema<?> reference(String name) {
		return new Schema<>().$ref("#/components/schemas/" + name);
	}

	// springdoc speaks of types now in Java's words and now in Jackson's.
	private static ResolvableType resolvable(java.lang.reflect.Type type) {
		if (type instanceof JavaType jackson) {
			ResolvableType[] generics = jackson.getBindings()
				.getTypeParameters()
				.stream()
				.map(RecordSchemas::resolvable)
				.toArray(ResolvableType[]::new);
			return (generics.length == 0) ? ResolvableType.forClass(jackson.getRawClass())
					: ResolvableType.forClassWithGenerics(jackson.getRawClass(), generics);
		}
		return ResolvableType.forType(type);
	}

}
