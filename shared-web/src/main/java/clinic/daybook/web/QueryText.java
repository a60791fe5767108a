package clinic.daybook.web;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Path and query values, read as strictly as bodies are. As editors and not converters:
 * where a converter fails, Spring turns to more lenient editors of its own.
 */
@ControllerAdvice
class QueryText {

	@InitBinder
	void register(WebDataBinder binder) {
		binder.registerCustomEditor(UUID.class, editor(Texts::uuid));
		binder.registerCustomEditor(LocalDate.class, editor(Texts::date));
		binder.registerCustomEditor(LocalTime.class, editor(Texts::time));
		binder.registerCustomEditor(ZoneId.class, editor(Texts::zone));
		binder.registerCustomEditor(Instant.class, editor((text) -> Texts.instant(withPlus(text))));
		binder.registerCustomEditor(OffsetDateTime.class, editor((text) -> Texts.offsetDateTime(withPlus(text))));
	}

	// A plus that nobody encoded arrives as a space; a time has no other use for one.
	private static String withPlus(String text) {
		return text.replace(' ', '+');
	}

	private static PropertyEditorSupport editor(Function<String, Object> reading) {
		return new PropertyEditorSupport() {
			@Override
			public void setAsText(@Nullable String text) {
				try {
					setValue((text != null) ? reading.apply(text) : null);
				}
				catch (DateTimeException ex) {
					throw new IllegalArgumentException(ex);
				}
			}
		};
	}

}
