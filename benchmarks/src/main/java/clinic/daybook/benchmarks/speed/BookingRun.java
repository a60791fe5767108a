package clinic.daybook.benchmarks.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.proof.Report;
import clinic.daybook.book.BookEventStore;
import clinic.daybook.web.Actor;
import clinic.daybook.web.EventMetadata;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Books by turns with short schedules and a long one, so that all meet the same machine.
 * A short one is booked once only, or it would soon be a longer one.
 */
final class BookingRun {

	private static final int SHORT = 10;

	/** A full calendar already, but a history of a few weeks. */
	private static final int MIDDLE = 2_000;

	private static final int TURN_MILLIS = 20;

	private final int warmUp;

	private final int samples;

	private final long longest;

	private final BookEventStore book;

	private final CommandGateway gateway;

	private final Cache schedules;

	private final JdbcTemplate jdbc;

	private final Report report;

	private final List<BookAppointment> booked = new ArrayList<>();

	private final Map<String, Long> before = new HashMap<>();

	BookingRun(int samples, long longest, Application application, Postgres postgres, Report report) {
		this.warmUp = samples / 2;
		this.samples = samples;
		this.longest = longest;
		this.book = application.part(BookEventStore.class);
		this.gateway = application.part(CommandGateway.class);
		this.schedules = application.part(Cache.class);
		this.jdbc = new JdbcTemplate(postgres.database("daybook"));
		this.report = report;
	}

	/** Whether each booking is in the book once. */
	boolean run() throws InterruptedException {
		List<MeasuredSchedule> shortOnes = LongStream.range(0, 2L * (this.warmUp + this.samples))
			.mapToObj((seed) -> write(SHORT, 1000 + seed))
			.toList();
		MeasuredSchedule middle = write(MIDDLE, 1);
		MeasuredSchedule longOne = write(this.longest, 2);
		withoutSnapshot(longOne);
		withoutSnapshot(middle);
		Costs ofShort = new Costs();
		Costs ofMiddle = new Costs();
		Costs ofLong = new Costs();
		for (int i = 0; i < this.warmUp + this.samples; i++) {
			boolean counts = i >= this.warmUp;
			measure(shortOnes.get(2 * i), shortOnes.get(2 * i + 1), counts ? ofShort : new Costs());
			measure(middle, middle, counts ? ofMiddle : new Costs());
			measure(longOne, longOne, counts ? ofLong : new Costs());
		}
		tell("warm", ofShort.warm, ofMiddle.warm, ofLong.warm);
		tell("cold", ofShort.cold, ofMiddle.cold, ofLong.cold);
		return check(longOne);
	}

	private MeasuredSchedule write(long events, long seed) {
		MeasuredSchedule schedule = MeasuredSchedule.write(this.book, events, seed);
		this.before.put(schedule.stream(), events);
		return schedule;
	}

	/** The first booking of all reads the whole history, and has a snapshot taken. */
	private void withoutSnapshot(MeasuredSchedule schedule) throws InterruptedException {
		this.schedules.removeAll();
		Duration cost = book(schedule);
		this.report.line("%,7d events, no snapshot yet: %,8.2f ms".formatted(this.before.get(schedule.stream()),
				cost.toNanos() / 1e6));
		while (countOf("select count(*) from book.snapshot where stream = ?", schedule.stream()) == 0) {
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
		}
	}

	private void measure(MeasuredSchedule warm, MeasuredSchedule cold, Costs costs) {
		send(new AffirmAppointment(warm.doctorId(), UUID.randomUUID()));
		costs.warm.add(book(warm));
		this.schedules.removeAll();
		costs.cold.add(book(cold));
	}

	private Duration book(MeasuredSchedule schedule) {
		BookAppointment booking = schedule.nextBooking();
		this.booked.add(booking);
		long begin = System.nanoTime();
		send(booking);
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	private void send(ScheduleCommand command) {
		this.gateway.sendAndWait(new GenericCommandMessage<>(command).withMetaData(EventMetadata.of(Actor.SYSTEM)));
	}

	private void tell(String how, Samples ofShort, Samples ofMiddle, Samples ofLong) {
		this.report.line("%,7d events, %s: %s".formatted(SHORT, how, ofShort));
		this.report.line("%,7d events, %s: %s".formatted(MIDDLE, how, ofMiddle));
		this.report.line("%,7d events, %s: %s".formatted(this.longest, how, ofLong));
		this.report.line("        %s, by the medians: %,d events cost %.2f x %d events, and %.2f x %,d events"
			.formatted(how, this.longest, ofLong.medianMillis() / ofShort.medianMillis(), SHORT,
					ofLong.medianMillis() / ofMiddle.medianMillis(), MIDDLE));
	}

	private boolean check(MeasuredSchedule longOne) {
		long once = countOf("""
				select count(distinct appointment) from (
					select convert_from(payload, 'UTF8')::jsonb ->> 'appointmentId' as appointment
					from book.event
					where type = 'AppointmentBooked') as of_all
				where appointment = any (?)
				""",
				(Object) this.booked.stream()
					.map((booking) -> booking.appointmentId().toString())
					.toArray(String[]::new));
		long expected = this.before.values().stream().mapToLong(Long::longValue).sum() + this.booked.size();
		long written = countOf("select count(*) from book.event where stream like 'schedule-%'");
		long taken = takenTwice(longOne);
		this.report
			.line("%,d bookings, %,d of them in the book; %,d events should be there, and %,d are; booked twice: %d"
				.formatted(this.booked.size(), once, expected, written, taken));
		return once == this.booked.size() && written == expected && taken == 0;
	}

	/** How many of the slots that were booked can be booked again, warm or cold. */
	private long takenTwice(MeasuredSchedule schedule) {
		long events = eventsOf(schedule);
		this.booked.stream().filter((booking) -> booking.doctorId().equals(schedule.doctorId())).forEach((booking) -> {
			if (this.booked.indexOf(booking) % 2 == 0) {
				this.schedules.removeAll();
			}
			send(new BookAppointment(booking.doctorId(), UUID.randomUUID(), UUID.randomUUID(), booking.start(), null,
					Booker.CLINIC));
		});
		return eventsOf(schedule) - events;
	}

	private long eventsOf(MeasuredSchedule schedule) {
		return countOf("select count(*) from book.event where stream = ?", schedule.stream());
	}

	private long countOf(String query, Object... parameters) {
		Long count = this.jdbc.queryForObject(query, Long.class, parameters);
		return (count != null) ? count : 0;
	}

	/** Of one schedule's bookings. */
	private static final class Costs {

		private final Samples warm = new Samples();

		private final Samples cold = new Samples();

	}

}
