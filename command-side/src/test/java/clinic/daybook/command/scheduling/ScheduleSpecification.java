package clinic.daybook.command.scheduling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.HoldEnd;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CancelAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CheckInAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CompleteAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.MarkNoShow;
import clinic.daybook.api.scheduling.ScheduleCommand.SetWorkingHours;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Window;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The words in which a schedule's specifications are written. It is Friday 27 November
 * 2026, noon in New York; the doctor works on Tuesdays.
 */
final class ScheduleSpecification {

	static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	static final Instant NOW = at("2026-11-27T12:00-05:00");

	static final Instant NINE = at("2026-12-01T09:00-05:00");

	static final Instant NINE_FIFTEEN = NINE.plus(Duration.ofMinutes(15));

	static final Instant NINE_THIRTY = NINE.plus(Duration.ofMinutes(30));

	static final Instant TEN = at("2026-12-01T10:00-05:00");

	static final UUID DOCTOR = UUID.fromString("d0000000-0000-4000-8000-000000000001");

	static final UUID ANNA = UUID.fromString("a0000000-0000-4000-8000-000000000001");

	static final UUID BEN = UUID.fromString("b0000000-0000-4000-8000-000000000001");

	static final UUID NEW_APPOINTMENT = UUID.fromString("c0000000-0000-4000-8000-000000000001");

	private final TestExecutor<DoctorSchedule> history;

	private ScheduleSpecification(Instant now, List<?> events) {
		AggregateTestFixture<DoctorSchedule> fixture = new AggregateTestFixture<>(DoctorSchedule.class);
		fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
		fixture.registerCommandTargetResolver(new ScheduleStream());
		this.history = fixture.givenCurrentTime(now).andGiven(events);
	}

	static ScheduleSpecification given(ScheduleEvent... events) {
		return givenAt(NOW, events);
	}

	static ScheduleSpecification givenAt(Instant now, ScheduleEvent... events) {
		return new ScheduleSpecification(now, Arrays.asList(events));
	}

	Then when(ScheduleCommand command) {
		return new Then(this.history.when(command));
	}

	static Instant at(String time) {
		return OffsetDateTime.parse(time).toInstant();
	}

	static ScheduleEvent opened() {
		return new ScheduleOpened(DOCTOR, NEW_YORK);
	}

	static ScheduleEvent tuesdays(int slotMinutes, String... windows) {
		return new WorkingHoursSet(DOCTOR, hours(slotMinutes, "2026-01-01", windows));
	}

	static DayHours hours(int slotMinutes, String from, String... windows) {
		return new DayHours(DayOfWeek.TUESDAY, windows(windows), slotMinutes, LocalDate.parse(from));
	}

	static AppointmentBooked booked(Instant start, int minutes) {
		return booked(start, minutes, BEN);
	}

	static AppointmentBooked booked(Instant start, int minutes, UUID member) {
		return new AppointmentBooked(DOCTOR, idOf(start), 1, member, start, start.plus(Duration.ofMinutes(minutes)),
				false, null);
	}

	static AppointmentCancelled cancelled(Instant start) {
		return cancelled(start, Booker.MEMBER);
	}

	static AppointmentCancelled cancelled(Instant start, Booker by) {
		return new AppointmentCancelled(DOCTOR, idOf(start), 2, BEN, by, null);
	}

	static AppointmentCheckedIn checkedIn(Instant start) {
		return new AppointmentCheckedIn(DOCTOR, idOf(start), 2, BEN);
	}

	static AppointmentCompleted completed(Instant start) {
		return new AppointmentCompleted(DOCTOR, idOf(start), 3, BEN);
	}

	static AppointmentMissed missed(Instant start) {
		return new AppointmentMissed(DOCTOR, idOf(start), 2, BEN);
	}

	static CheckInAppointment checkIn(Instant start) {
		return new CheckInAppointment(DOCTOR, idOf(start), null);
	}

	static CompleteAppointment complete(Instant start) {
		return new CompleteAppointment(DOCTOR, idOf(start), null);
	}

	static MarkNoShow noShow(Instant start) {
		return new MarkNoShow(DOCTOR, idOf(start), null);
	}

	static BookAppointment book(Instant start) {
		return new BookAppointment(DOCTOR, NEW_APPOINTMENT, ANNA, start, null, Booker.MEMBER);
	}

	static BookAppointment bookByClinic(Instant start) {
		return new BookAppointment(DOCTOR, NEW_APPOINTMENT, ANNA, start, null, Booker.CLINIC);
	}

	static AppointmentBooked bookedByAnna(Instant start, int minutes) {
		return new AppointmentBooked(DOCTOR, NEW_APPOINTMENT, 1, ANNA, start, start.plus(Duration.ofMinutes(minutes)),
				false, null);
	}

	static ScheduleEvent policy(int minNotice, int horizonDays, int buffer, int maxPerDay, int cancelCutoff) {
		return new SchedulingPolicySet(DOCTOR,
				new SchedulingPolicy(minNotice, horizonDays, buffer, maxPerDay, cancelCutoff));
	}

	static TimeOffTaken away(Instant from, Instant to) {
		return new TimeOffTaken(DOCTOR, new TimeOff(idOf(from), new Interval(from, to), null));
	}

	static ExtraHours extra(String date, int slotMinutes, String... windows) {
		LocalDate on = LocalDate.parse(date);
		return new ExtraHours(idOf(on.atStartOfDay(NEW_YORK).toInstant()), on, windows(windows), slotMinutes);
	}

	static SlotHeld held(Instant start, UUID member, Instant expiresAt) {
		Interval slot = Interval.of(start, Duration.ofMinutes(30));
		return new SlotHeld(DOCTOR, new Hold(idOf(start), member, slot, expiresAt), 1);
	}

	static HoldReleased released(Instant start, UUID member, HoldEnd because) {
		return new HoldReleased(DOCTOR, idOf(start), member, 1, because);
	}

	static CancelAppointment cancel(Instant start, Booker by) {
		return new CancelAppointment(DOCTOR, idOf(start), null, by, null);
	}

	static CancelAppointment cancelVersion(int expected, Instant start) {
		return new CancelAppointment(DOCTOR, idOf(start), null, Booker.MEMBER, expected);
	}

	static SetWorkingHours setTuesdays(OnConflict onConflict, int slotMinutes, String... windows) {
		return new SetWorkingHours(DOCTOR, DayOfWeek.TUESDAY, windows(windows), slotMinutes, null, onConflict);
	}

	static SetWorkingHours setTuesdaysFrom(String date, int slotMinutes, String... windows) {
		return new SetWorkingHours(DOCTOR, DayOfWeek.TUESDAY, windows(windows), slotMinutes, LocalDate.parse(date),
				OnConflict.REFUSE);
	}

	static UUID idOf(Instant start) {
		return new UUID(0xF000000000004000L, 0x8000000000000000L | start.getEpochSecond());
	}

	private static List<Window> windows(String... windows) {
		return Arrays.stream(windows)
			.map((window) -> new Window(LocalTime.parse(window.substring(0, 5)), LocalTime.parse(window.substring(6))))
			.toList();
	}

	/** What is expected of the answer. */
	static final class Then {

		private final ResultValidator<DoctorSchedule> result;

		private Then(ResultValidator<DoctorSchedule> result) {
			this.result = result;
		}

		void happens(ScheduleEvent... events) {
			this.result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
		}

		void changesNothing() {
			happens();
		}

		void refused(Refusal refusal) {
			this.result.expectNoEvents()
				.expectResultMessageMatching(new org.hamcrest.CustomMatcher<>("refused with " + refusal) {
					@Override
					public boolean matches(Object message) {
						return message instanceof org.axonframework.commandhandling.CommandResultMessage<?> answer
								&& answer.getPayload() instanceof Outcome.Refused refused
								&& refused.refusal().equals(refusal);
					}
				});
		}

		void refused(SlotRule broken, Instant asked, Instant... nextFreeSlots) {
			this.result.expectNoEvents()
				.expectResultMessageMatching(new org.hamcrest.CustomMatcher<>(
						"refused by " + broken + " with " + Arrays.toString(nextFreeSlots)) {
					@Override
					public boolean matches(Object message) {
						assertThat(message).isInstanceOfSatisfying(
								org.axonframework.commandhandling.CommandResultMessage.class,
								(answer) -> assertThat(answer.getPayload()).isInstanceOfSatisfying(
										Outcome.Refused.class, (refused) -> assertThat(refused.refusal())
											.isInstanceOfSatisfying(Refusal.SlotRefused.class, (refusal) -> {
												assertThat(refusal.broken()).isEqualTo(broken);
												assertThat(refusal.asked().start()).isEqualTo(asked);
												assertThat(refusal.nextFreeSlots()).extracting("start")
													.containsExactly((Object[]) nextFreeSlots);
											})));
						return true;
					}
				});
		}

	}

}
