package clinic.daybook.matrix;

import java.time.ZoneId;
import java.util.function.Supplier;

/** Those whose appointment or schedule it is not. */
record Bystanders(Supplier<Account> doctor, Supplier<Account> reception, Supplier<Account> auditor,
		Supplier<Account> admin) {

	/** Who stays as they are, whatever happens. */
	static Bystanders lasting(People people) {
		return with(people, people::chief);
	}

	/** Who may be changed by what they do. */
	static Bystanders passing(People people) {
		return with(people, new Once<>(() -> people.registered("ADMIN")));
	}

	private static Bystanders with(People people, Supplier<Account> admin) {
		return new Bystanders(new Once<>(() -> People.accountOf(people.onboarded(ZoneId.of("Etc/UTC")))),
				new Once<>(() -> people.registered("RECEPTION")), new Once<>(() -> people.registered("AUDITOR")),
				admin);
	}

}
