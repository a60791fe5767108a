package clinic.daybook.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one place that reads and writes the text forms of the contract, for bodies and for
 * query parameters alike. What is not to the letter is an IllegalArgumentException or a
 * DateTimeException.
 */
final class Texts {

	private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final Pattern TIME_FORM = Pattern.compile("\\d{2}:\\d{2}(:00)?");

	private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter OFFSET_TIME = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.appendPattern("'T'HH:mm:ss")
		.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
		.appendOffset("+HH:MM", "Z")
		.toFormatter();

	private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

	private static final int FIRST_YEAR = 1;

	// Of the year after it, a day in another zone may be in none of four digits.
	private static final int LAST_YEAR = 9998;

	// The JDK knows some names of its own beside those of IANA.
	private static final Set<String> ZONES = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((id) -> !id.startsWith("SystemV/"))
		.collect(Collectors.toUnmodifiableSet());

	private Texts() {
	}

	static UUID uuid(String text) {
		if (!UUID_FORM.matcher(text).matches()) {
			throw new IllegalArgumentException("not a UUID");
		}
		return UUID.fromString(text);
	}

	/**
	 * To the microsecond, as PostgreSQL keeps it: else what is read back would differ.
	 */
	static Instant instant(String text) {
		return offsetDateTime(text).toInstant().truncatedTo(ChronoUnit.MICROS);
	}

	static OffsetDateTime offsetDateTime(String text) {
		if (!DATE_FORM.matcher(text).matches()) {
			throw new DateTimeException("not a year of four digits");
		}
		OffsetDateTime time = OffsetDateTime.parse(text, INSTANT);
		checkYear(time.getYear());
		checkYear(time.withOffsetSameInstant(ZoneOffset.UTC).getYear());
		return time;
	}

	static LocalDate date(String text) {
		if (!DATE_FORM.matcher(text).matches()) {
			throw new DateTimeException("not a year of four digits");
		}
		LocalDate date = LocalDate.parse(text, DATE);
		checkYear(date.getYear());
		return date;
	}

	private static void checkYear(int year) {
		if (year < FIRST_YEAR || year > LAST_YEAR) {
			throw new DateTimeException("not a year that can be kept");
		}
	}

	static LocalTime time(String text) {
		if (!TIME_FORM.matcher(text).matches()) {
			throw new DateTimeException("not hours and minutes");
		}
		return LocalTime.parse(text);
	}

	static ZoneId zone(String text) {
		if (!ZONES.contains(text)) {
			throw new DateTimeException("not an IANA zone");
		}
		return ZoneId.of(text);
	}

	static String write(OffsetDateTime time) {
		return OFFSET_TIME.format(time);
	}

	static String write(LocalTime time) {
		return TIME_OF_DAY.format(time);
	}

	/** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
	static boolean storable(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == 0 || Character.isLowSurrogate(character)) {
				return false;
			}
			if (Character.isHighSurrogate(character)) {
				i++;
				if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
					return false;
				}
			}
		}
		return true;
	}

}
