package clinic.daybook.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.api.departments.DepartmentCommand.AssignDoctor;
import clinic.daybook.api.departments.DepartmentCommand.OpenDepartment;
import clinic.daybook.api.doctors.OnboardDoctor;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CancelAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CheckInAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CompleteAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.MarkNoShow;
import clinic.daybook.api.scheduling.ScheduleCommand.OpenExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.SetSchedulingPolicy;
import clinic.daybook.api.scheduling.ScheduleCommand.SetWorkingHours;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeDaysOff;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.app.clock.TimeTravel;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.people.Accounts;
import clinic.daybook.people.DoctorAccounts;
import clinic.daybook.people.FreeText;
import clinic.daybook.people.PreparedAccount;
import clinic.daybook.web.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets things happen, each at its own time, by the commands that people send. It is a
 * part of the caller's transaction.
 */
@Component
@ConditionalOnBooleanProperty("daybook.demo.enabled")
@Profile("command | !query")
class Storyteller {

	private final TimeTravel timeTravel;

	private final Accounts accounts;

	private final DoctorAccounts doctorAccounts;

	private final Commands commands;

	private final FreeText freeText;

	Storyteller(TimeTravel timeTravel, Accounts accounts, DoctorAccounts doctorAccounts, Commands commands,
			FreeText freeText) {
		this.timeTravel = timeTravel;
		this.accounts = accounts;
		this.doctorAccounts = doctorAccounts;
		this.commands = commands;
		this.freeText = freeText;
	}

	/** Sixty passwords take a while to hash, so it is done before and on all cores. */
	Map<UUID, PreparedAccount> prepare(List<DemoPerson> people) {
		return people.parallelStream()
			.map((person) -> this.accounts.prepare(person.userId(), person.account()))
			.collect(Collectors.toMap(PreparedAccount::userId, Function.identity()));
	}

	void tell(Happening happening, Map<UUID, PreparedAccount> prepared) {
		this.timeTravel.to(happening.at(), () -> bringAbout(happening, prepared));
	}

	private void bringAbout(Happening happening, Map<UUID, PreparedAccount> prepared) {
		switch (happening) {
			case Happening.Registered registered ->
				register(registered.person(), prepared, registrarOf(registered.person()));
			case Happening.DepartmentOpened(var at, DemoDepartment department) ->
				send(new OpenDepartment(department.departmentId(), department.label(), department.description()),
						Cast.ADMIN.asActor());
			case Happening.DoctorOnboarded onboarded -> onboard(onboarded.doctor(), prepared);
			case Happening.HoursSet(var at, DemoDoctor doctor, DayHours hours) ->
				send(new SetWorkingHours(doctor.doctorId(), hours.dayOfWeek(), hours.windows(), hours.slotMinutes(),
						hours.effectiveFrom(), OnConflict.REFUSE), doctor.person().asActor());
			case Happening.PolicySet(var at, DemoDoctor doctor, SchedulingPolicy policy) ->
				send(new SetSchedulingPolicy(doctor.doctorId(), policy), doctor.person().asActor());
			case Happening.DaysTakenOff(var at, DemoDoctor doctor, UUID timeOffId, LocalDate from, LocalDate to, String reason) ->
				send(new TakeDaysOff(doctor.doctorId(), timeOffId, from, to,
						this.freeText.seal(doctor.doctorId(), reason), OnConflict.REFUSE), doctor.person().asActor());
			case Happening.ExtraHoursOpened(var at, DemoDoctor doctor, ExtraHours extraHours) ->
				send(new OpenExtraHours(doctor.doctorId(), extraHours), doctor.person().asActor());
			case Happening.Booked(var at, PlannedAppointment planned, Booker by, var reason) -> send(
					new BookAppointment(planned.doctor().doctorId(), planned.appointmentId(),
							planned.member().person().userId(), planned.slot().start(), sealed(planned, reason), by),
					actor(planned, by));
			case Happening.Cancelled(var at, PlannedAppointment planned, Booker by, var reason) ->
				send(new CancelAppointment(planned.doctor().doctorId(), planned.appointmentId(),
						sealed(planned, reason), by, null), actor(planned, by));
			case Happening.CheckedIn(var at, PlannedAppointment planned) ->
				send(new CheckInAppointment(planned.doctor().doctorId(), planned.appointmentId(), null),
						Cast.RECEPTION.asActor());
			case Happening.Completed(var at, PlannedAppointment planned) ->
				send(new CompleteAppointment(planned.doctor().doctorId(), planned.appointmentId(), null),
						planned.doctor().person().asActor());
			case Happening.Missed(var at, PlannedAppointment planned) ->
				send(new MarkNoShow(planned.doctor().doctorId(), planned.appointmentId(), null),
						planned.doctor().person().asActor());
		}
	}

	private void register(DemoPerson person, Map<UUID, PreparedAccount> prepared, Actor registrar) {
		PreparedAccount account = prepared.get(person.userId());
		if (account == null) {
			throw new IllegalStateException("Nobody has prepared account " + person.userId());
		}
		this.accounts.store(account, registrar);
	}

	private static Actor registrarOf(DemoPerson person) {
		return switch (person.role()) {
			case ADMIN -> Actor.SYSTEM;
			case MEMBER -> Actor.ANONYMOUS;
			case DOCTOR, RECEPTION, AUDITOR -> Cast.ADMIN.asActor();
		};
	}

	private void onboard(DemoDoctor doctor, Map<UUID, PreparedAccount> prepared) {
		DemoPerson person = doctor.person();
		register(person, prepared, Cast.ADMIN.asActor());
		this.doctorAccounts.nowIsDoctor(person.userId(), doctor.doctorId());
		send(new OnboardDoctor(doctor.doctorId(), person.userId(), doctor.specialty(), doctor.site().zone(),
				doctor.department().departmentId()), Cast.ADMIN.asActor());
		doctor.furtherDepartments()
			.forEach((department) -> send(new AssignDoctor(department.departmentId(), doctor.doctorId()),
					Cast.ADMIN.asActor()));
	}

	private @Nullable String sealed(PlannedAppointment planned, @Nullable String reason) {
		return this.freeText.seal(planned.member().person().userId(), reason);
	}

	private static Actor actor(PlannedAppointment planned, Booker by) {
		return switch (by) {
			case MEMBER -> planned.member().person().asActor();
			case CLINIC -> Cast.RECEPTION.asActor();
		};
	}

	/** The story has no refusals in it, so whatever writes nothing is a defect. */
	private void send(Object command, Actor actor) {
		if (this.commands.dispatch(command, actor).position().isEmpty()) {
			throw new IllegalStateException("Nothing came of " + command);
		}
	}

}
