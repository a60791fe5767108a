package clinic.daybook.app.axon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.EventFamilies;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentClosed;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentOpened;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentRenamed;
import clinic.daybook.api.departments.DepartmentEvent.DoctorAssigned;
import clinic.daybook.api.departments.DepartmentEvent.DoctorUnassigned;
import clinic.daybook.api.doctors.DoctorEvent.DoctorOnboarded;
import clinic.daybook.api.doctors.DoctorEvent.DoctorSpecialtyChanged;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.HoldEnd;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMovedAway;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.api.users.Role;
import clinic.daybook.api.users.UserEvent.RoleChanged;
import clinic.daybook.api.users.UserEvent.UserDisabled;
import clinic.daybook.api.users.UserEvent.UserEnabled;
import clinic.daybook.api.users.UserEvent.UserRegistered;
import clinic.daybook.book.BookJson;
import clinic.daybook.book.EventTypes;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How every type of event is stored, as approved in {@code src/test/resources/events}. A
 * difference here is a decision to be made, a new revision and an upcaster, and never a
 * file to be corrected: books hold events in the old form.
 */
class StoredEventsTest {

	private static final UUID DOCTOR = UUID.fromString("018f3b7e-0000-7000-8000-00000000000d");

	private static final UUID APPOINTMENT = UUID.fromString("018f3b7e-0000-7000-8000-00000000000a");

	private static final UUID DEPARTMENT = UUID.fromString("018f3b7e-0000-7000-8000-0000000000de");

	private static final UUID FORMER_DOCTOR = UUID.fromString("018f3b7e-0000-7000-8000-0000000000d0");

	private static final UUID TIME_OFF = UUID.fromString("018f3b7e-0000-7000-8000-0000000000f0");

	private static final UUID EXTRA_HOURS = UUID.fromString("018f3b7e-0000-7000-8000-0000000000e0");

	private static final UUID HOLD = UUID.fromString("018f3b7e-0000-7000-8000-0000000000b0");

	private static final UUID USER = UUID.fromString("018f3b7e-0000-7000-8000-000000000001");

	private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");

	private static final EventTypes TYPES = EventTypes.ofSealed(EventFamilies.ALL);

	private final Serializer book = BookJson.events(TYPES);

	static Stream<DaybookEvent> examples() {
		return Stream.of(new UserRegistered(USER, Role.MEMBER), new RoleChanged(USER, Role.RECEPTION),
				new UserDisabled(USER), new UserEnabled(USER), new DoctorOnboarded(DOCTOR, USER, "Cardiology"),
				new ScheduleOpened(DOCTOR, ZoneId.of("America/New_York")),
				new WorkingHoursSet(DOCTOR,
						new DayHours(DayOfWeek.TUESDAY,
								List.of(new Window(LocalTime.of(9, 0), LocalTime.of(12, 30)),
										new Window(LocalTime.of(22, 0), LocalTime.of(2, 0))),
								30, LocalDate.parse("2026-12-01"))),
				new AppointmentBooked(DOCTOR, APPOINTMENT, 1, USER, NINE, NINE.plusSeconds(1800), false, "v1.sealed"),
				new AppointmentCancelled(DOCTOR, APPOINTMENT, 2, USER, Booker.CLINIC, null),
				new SchedulingPolicySet(DOCTOR, new SchedulingPolicy(30, 60, 5, 2, 1440)),
				new TimeOffTaken(DOCTOR,
						new TimeOff(TIME_OFF, new Interval(NINE, NINE.plusSeconds(7200)), "v1.sealed")),
				new TimeOffWithdrawn(DOCTOR, TIME_OFF),
				new ExtraHoursOpened(DOCTOR,
						new ExtraHours(EXTRA_HOURS, LocalDate.parse("2026-12-05"),
								List.of(new Window(LocalTime.of(9, 0), LocalTime.of(12, 30))), 20)),
				new ExtraHoursWithdrawn(DOCTOR, EXTRA_HOURS),
				new SlotHeld(DOCTOR,
						new Hold(HOLD, USER, new Interval(NINE, NINE.plusSeconds(1800)), NINE.minusSeconds(3300)), 2),
				new HoldReleased(DOCTOR, HOLD, USER, 2, HoldEnd.BOOKED),
				new AppointmentRescheduled(DOCTOR, APPOINTMENT, 2, USER, FORMER_DOCTOR, NINE, NINE.plusSeconds(86400),
						NINE.plusSeconds(88200), false, "v1.sealed", NINE.minusSeconds(86400)),
				new AppointmentMovedAway(FORMER_DOCTOR, APPOINTMENT, 2, USER, DOCTOR),
				new AppointmentCheckedIn(DOCTOR, APPOINTMENT, 2, USER),
				new AppointmentCompleted(DOCTOR, APPOINTMENT, 3, USER),
				new AppointmentMissed(DOCTOR, APPOINTMENT, 2, USER),
				new DepartmentOpened(DEPARTMENT, "Surgery", "Third floor"),
				new DepartmentRenamed(DEPARTMENT, "Surgery", "Knee surgery", null),
				new DepartmentClosed(DEPARTMENT, "Knee surgery"), new DoctorAssigned(DEPARTMENT, DOCTOR),
				new DoctorUnassigned(DEPARTMENT, DOCTOR), new DoctorSpecialtyChanged(DOCTOR, "Knee surgery"),
				new DoctorDeactivated(DOCTOR), new DoctorReactivated(DOCTOR));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void anEventIsStoredAsApproved(DaybookEvent event) throws IOException {
		SerializedObject<byte[]> stored = this.book.serialize(event, byte[].class);

		assertThat(new String(stored.getData(), StandardCharsets.UTF_8)).isEqualTo(approved(event));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void whatIsApprovedIsReadAsTheSameEvent(DaybookEvent event) throws IOException {
		byte[] stored = approved(event).getBytes(StandardCharsets.UTF_8);
		Object read = this.book.deserialize(new SimpleSerializedObject<>(stored, byte[].class,
				event.getClass().getSimpleName(), TYPES.revisionOf(event.getClass())));

		assertThat(read).isEqualTo(event);
	}

	@Test
	void everyTypeOfEventHasAnExample() {
		assertThat(examples().map((event) -> event.getClass().getSimpleName()))
			.containsExactlyInAnyOrderElementsOf(TYPES.names());
	}

	private static String approved(DaybookEvent event) throws IOException {
		String name = event.getClass().getSimpleName() + "." + TYPES.revisionOf(event.getClass()) + ".json";
		try (var file = StoredEventsTest.class.getResourceAsStream("/events/" + name)) {
			assertThat(file).as("approved form " + name).isNotNull();
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
		}
	}

}
