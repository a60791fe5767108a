package clinic.daybook.book;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * What a record's JSON looks like: names and types of components, through all records it
 * is made of. JSON of another shape might be read all the same, with something missing.
 */
record RecordShape(String description) {

	private static final int FINGERPRINT_LENGTH = 12;

	static RecordShape of(Class<? extends Record> type) {
		StringBuilder description = new StringBuilder();
		describe(type, description, new HashSet<>());
		return new RecordShape(description.toString());
	}

	private static void describe(Type type, StringBuilder description, Set<Class<?>> described) {
		switch (type) {
			case ParameterizedType generic -> {
				describe(generic.getRawType(), description, described);
				description.append('<');
				for (Type argument : generic.getActualTypeArguments()) {
					describe(argument, description, described);
					description.append(',');
				}
				description.append('>');
			}
			case Class<?> plain when plain.isRecord() -> describeRecord(plain, description, described);
			case Class<?> plain when plain.isEnum() -> description.append(Arrays.toString(plain.getEnumConstants()));
			default -> description.append(type.getTypeName());
		}
	}

	private static void describeRecord(Class<?> type, StringBuilder description, Set<Class<?>> described) {
		description.append(type.getSimpleName());
		if (!described.add(type)) {
			return;
		}
		description.append('(');
		for (RecordComponent component : type.getRecordComponents()) {
			description.append(component.getName()).append(':');
			describe(component.getGenericType(), description, described);
			description.append(',');
		}
		description.append(')');
	}

	String fingerprint() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(this.description.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
