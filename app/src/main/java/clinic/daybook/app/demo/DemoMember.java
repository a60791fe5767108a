package clinic.daybook.app.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.daybook.api.users.Role;

/** A member of the demo clinic, and where they live. */
record DemoMember(DemoPerson person, Site site) {

	/** The one whom visitors log in as. */
	static final DemoMember MAX = new DemoMember(new DemoPerson(DemoId.ACCOUNT.number(0x101), Role.MEMBER,
			"max@daybook.example", "Max Miller", Site.NEW_YORK.phone(1)), Site.NEW_YORK);

	private static final List<String> OTHERS_IN_NEW_YORK = List.of("Amara Diallo", "Benjamin Cohen", "Camila Torres",
			"Daniel Kim", "Elena Rossi", "Farah Haidari", "Gabriel Santos", "Hannah Schwartz", "Isaac Johnson",
			"Jasmine Patel", "Kwame Mensah", "Lucía Fernández", "Marcus Green", "Nadia Rahman", "Oliver Brown",
			"Priya Raman", "Quentin Baker", "Rosa Delgado", "Samuel Adeyemi", "Thandiwe Ndlovu", "Umar Siddiqui",
			"Valerie Chen", "William Connor", "Yuki Tanaka");

	private static final List<String> IN_BERLIN = List.of("Anna Becker", "Bogdan Ionescu", "Clara Hoffmann",
			"Dilan Aydin", "Emil Lindqvist", "Fatma Celik", "Georg Baumann", "Helena Novotná", "Ivan Petrov",
			"Julia Zimmermann", "Karim Benali", "Lena Fischer", "Mateusz Wójcik", "Nora Hansen", "Oskar Schulz",
			"Paula Krause", "Rania Khoury", "Stefan Vogel", "Tuan Nguyen", "Ulrike Brandt", "Viktor Horváth",
			"Wanda Kaminska", "Xenia Pappas", "Yusuf Kaya", "Zoé Martin");

	static final List<DemoMember> ALL = Stream
		.of(Stream.of(MAX), members(Site.NEW_YORK, 0x102, OTHERS_IN_NEW_YORK), members(Site.BERLIN, 0x201, IN_BERLIN))
		.flatMap((some) -> some)
		.toList();

	private static Stream<DemoMember> members(Site site, int firstNumber, List<String> names) {
		return IntStream.range(0, names.size())
			.mapToObj((index) -> member(site, firstNumber + index, names.get(index)));
	}

	private static DemoMember member(Site site, int number, String fullName) {
		return new DemoMember(new DemoPerson(DemoId.ACCOUNT.number(number), Role.MEMBER, email(fullName), fullName,
				site.phone(number & 0xff)), site);
	}

	private static String email(String fullName) {
		String plain = Normalizer.normalize(fullName, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
		return plain.toLowerCase(Locale.ROOT).replace(' ', '.') + "@patients.example";
	}

}
