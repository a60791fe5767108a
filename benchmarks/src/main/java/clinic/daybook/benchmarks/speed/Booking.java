package clinic.daybook.benchmarks.speed;

import java.nio.file.Path;
import java.util.Set;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;
import clinic.daybook.benchmarks.proof.Arguments;
import clinic.daybook.benchmarks.proof.Report;
import clinic.daybook.benchmarks.proof.RunFolder;

/**
 * What a booking costs with a schedule of ten events, and with one of fifty thousand: the
 * same command, through the application's own command bus to its answer.
 */
public final class Booking {

	private static final Path FOLDER = Path.of("benchmarks", "target", "booking");

	private static final int SAMPLES = 400;

	private static final int LONG = 50_000;

	private Booking() {
	}

	public static void main(String[] words) throws Exception {
		Arguments arguments = Arguments.of(words, Set.of("samples", "events"));
		int samples = (int) arguments.number("samples", SAMPLES);
		long events = arguments.number("events", LONG);
		Path folder = RunFolder.empty(FOLDER);
		Report report = new Report(System.out, folder);
		report.line("Booking: %d bookings of each kind, by turns".formatted(samples));
		boolean sound;
		try (Postgres postgres = Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")),
				folder.resolve("server"))) {
			postgres.createDatabase("daybook");
			try (Application application = Application.start(Application.COMMAND_SIDE, postgres.url("daybook"))) {
				sound = new BookingRun(samples, events, application, postgres, report).run();
			}
		}
		// Axon's store keeps threads that nobody can end.
		System.exit(sound ? 0 : 1);
	}

}
