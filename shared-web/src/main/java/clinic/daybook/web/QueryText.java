package clinic.daybook.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

import org.springframework.format.FormatterRegistry;

/** Path and query values, read as strictly as bodies are. */
final class QueryText {

	private QueryText() {
	}

	static void register(FormatterRegistry registry) {
		registry.addConverter(String.class, UUID.class, Texts::uuid);
		registry.addConverter(String.class, LocalDate.class, Texts::date);
		registry.addConverter(String.class, LocalTime.class, Texts::time);
		registry.addConverter(String.class, ZoneId.class, Texts::zone);
		registry.addConverter(String.class, Instant.class, (text) -> Texts.instant(withPlus(text)));
		registry.addConverter(String.class, OffsetDateTime.class, (text) -> Texts.offsetDateTime(withPlus(text)));
	}

	// A plus that nobody encoded arrives as a space; a time has no other use for one.
	private static String withPlus(String text) {
		return text.replace(' ', '+');
	}

}
