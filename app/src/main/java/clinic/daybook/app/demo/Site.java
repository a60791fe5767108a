package clinic.daybook.app.demo;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Where the demo clinic is. Its phone numbers are such as films use: nobody has them.
 */
enum Site {

	NEW_YORK("America/New_York", "+1 212 555 01%02d"), BERLIN("Europe/Berlin", "+49 30 23125 0%02d");

	private final ZoneId zone;

	private final String phones;

	Site(String zone, String phones) {
		this.zone = ZoneId.of(zone);
		this.phones = phones;
	}

	ZoneId zone() {
		return this.zone;
	}

	String phone(int number) {
		return String.format(Locale.ROOT, this.phones, number);
	}

}
