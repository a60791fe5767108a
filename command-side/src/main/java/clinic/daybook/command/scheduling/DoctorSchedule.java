package clinic.daybook.command.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookWalkIn;
import clinic.daybook.api.scheduling.ScheduleCommand.CancelAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CheckInAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CompleteAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.ConfirmHold;
import clinic.daybook.api.scheduling.ScheduleCommand.DeactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.HoldSlot;
import clinic.daybook.api.scheduling.ScheduleCommand.MarkNoShow;
import clinic.daybook.api.scheduling.ScheduleCommand.OpenExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.ReactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.ReleaseHold;
import clinic.daybook.api.scheduling.ScheduleCommand.SetSchedulingPolicy;
import clinic.daybook.api.scheduling.ScheduleCommand.SetWorkingHours;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeDaysOff;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeTimeOff;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawTimeOff;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Axon's side of a schedule: finds it, asks the rules, records what they say. A refusal
 * is an answer and no exception, because an exception would throw the schedule out of the
 * cache.
 */
@Aggregate(type = "Schedule", commandTargetResolver = "scheduleStream", cache = "scheduleCache",
		snapshotTriggerDefinition = "scheduleSnapshotter")
public class DoctorSchedule {

	@AggregateIdentifier
	@SuppressWarnings("UnusedVariable") // Axon reads it
	private @Nullable String stream;

	private ScheduleState state = new ScheduleState.NotOpened();

	private Instant lastChange = Instant.EPOCH;

	/** For Axon, which replays the history into it. */
	protected DoctorSchedule() {
	}

	/** Opens an empty schedule. */
	public DoctorSchedule(UUID doctorId, ZoneId timeZone) {
		AggregateLifecycle.apply(new ScheduleOpened(doctorId, timeZone));
	}

	@CommandHandler
	Outcome handle(SetWorkingHours command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(BookAppointment command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(AffirmAppointment command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(CancelAppointment command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(CheckInAppointment command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(CompleteAppointment command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(MarkNoShow command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(DeactivateDoctor command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(ReactivateDoctor command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(SetSchedulingPolicy command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(TakeTimeOff command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(TakeDaysOff command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(WithdrawTimeOff command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(OpenExtraHours command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(WithdrawExtraHours command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(BookWalkIn command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(HoldSlot command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(ReleaseHold command, Clock clock) {
		return answer(command, clock);
	}

	@CommandHandler
	Outcome handle(ConfirmHold command, Clock clock) {
		return answer(command, clock);
	}

	private Outcome answer(ScheduleCommand command, Clock clock) {
		ScheduleState before = this.state;
		long sequence = AggregateLifecycle.getVersion();
		return switch (ScheduleDecider.decide(command, before, clock.instant())) {
			case Decision.Accepted accepted -> {
				accepted.events().forEach(AggregateLifecycle::apply);
				yield new Outcome.Done(before, sequence, accepted.events(), this.state, this.lastChange);
			}
			case Decision.Refused refused -> new Outcome.Refused(before, sequence, refused.refusal());
		};
	}

	@CommandHandler
	Outcome handle(ReadSchedule question) {
		return new Outcome.Done(this.state, AggregateLifecycle.getVersion(), List.of(), this.state, this.lastChange);
	}

	@CommandHandler
	Prospect handle(AssessBooking question, Clock clock) {
		return Prospect.of(this.state, question.booking(), clock.instant());
	}

	@CommandHandler
	FreeSlots handle(FindFreeSlots question, Clock clock) {
		return FreeSlots.of(this.state, question, clock.instant());
	}

	/** For what concerns two schedules at once. */
	ScheduleState state() {
		return this.state;
	}

	/** Likewise, once it has accepted something, as only an open one can. */
	ScheduleState.Open open() {
		if (this.state instanceof ScheduleState.Open open) {
			return open;
		}
		throw new IllegalStateException("Never opened");
	}

	/** Records what was decided by both. */
	void record(ScheduleEvent event) {
		AggregateLifecycle.apply(event);
	}

	@EventSourcingHandler
	void on(ScheduleEvent event, @Timestamp Instant at) {
		this.stream = ScheduleStream.of(event.doctorId());
		this.state = this.state.evolve(event, at);
		this.lastChange = at;
	}

	@EventSourcingHandler
	void on(ScheduleSnapshot snapshot) {
		this.stream = ScheduleStream.of(snapshot.doctorId());
		this.state = snapshot.state();
		this.lastChange = snapshot.lastChange();
	}

}
