package clinic.daybook.app.demo;

import java.util.List;
import java.util.stream.Stream;

import clinic.daybook.api.users.Role;

/** Who is who in the demo clinic. */
final class Cast {

	static final DemoPerson ADMIN = new DemoPerson(DemoId.ACCOUNT.number(1), Role.ADMIN, "admin@daybook.example",
			"Ada Admin", null);

	static final DemoPerson RECEPTION = new DemoPerson(DemoId.ACCOUNT.number(2), Role.RECEPTION,
			"reception@daybook.example", "Rita Reception", null);

	static final DemoPerson AUDITOR = new DemoPerson(DemoId.ACCOUNT.number(3), Role.AUDITOR, "audit@daybook.example",
			"Aldo Auditor", null);

	private Cast() {
	}

	static List<DemoPerson> everybody() {
		return Stream
			.of(Stream.of(ADMIN, RECEPTION, AUDITOR), DemoDoctor.ALL.stream().map(DemoDoctor::person),
					DemoMember.ALL.stream().map(DemoMember::person))
			.flatMap((some) -> some)
			.toList();
	}

}
