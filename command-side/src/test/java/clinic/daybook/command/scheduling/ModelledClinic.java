package clinic.daybook.command.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.RescheduleAppointment;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.AppointmentCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.ConfirmHold;
import clinic.daybook.api.scheduling.ScheduleCommand.HoldSlot;
import clinic.daybook.api.scheduling.ScheduleCommand.ReleaseHold;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.book.Claim;
import clinic.daybook.book.ClaimChange;
import clinic.daybook.book.ClaimTakenException;
import clinic.daybook.book.Claims;
import clinic.daybook.book.ClaimsInMemory;
import clinic.daybook.book.TimeRange;
import clinic.daybook.command.dispatch.CommandsInMemory;
import clinic.daybook.people.Parties;
import clinic.daybook.web.Actor;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;

/**
 * The rules and everything around them up to HTTP, with a book that is a few lists: what
 * the model is compared with.
 */
final class ModelledClinic {

	final Map<UUID, ScheduleState> schedules = new LinkedHashMap<>();

	final Map<UUID, List<Recorded>> history = new HashMap<>();

	final ClaimsInMemory book = new ClaimsInMemory();

	private final Claims claims = Mockito.mock(Claims.class,
			Mockito.withSettings().stubOnly().defaultAnswer(this::askedOfClaims));

	private final ScheduleCommands commands;

	private final AppointmentMoves moves;

	private Instant now = Instant.EPOCH;

	ModelledClinic() {
		ScheduleCopies copies = new ScheduleCopies(null, null) {
			@Override
			void refuseIfOvertaken(UUID doctorId, long sequence) {
			}
		};
		CommandsInMemory bus = new CommandsInMemory() {
			@Override
			protected Object answer(Object command) {
				return handle(command);
			}
		};
		MemberSide memberSide = new MemberSide(new MemberHours(this.claims), bus, clock());
		this.commands = new ScheduleCommands(bus, copies, memberSide);
		this.moves = new AppointmentMoves(bus, copies, memberSide);
	}

	private Clock clock() {
		InstantSource source = () -> this.now;
		return source.withZone(ZoneOffset.UTC);
	}

	void open(UUID doctorId, ZoneId zone, Instant at) {
		this.now = at;
		this.schedules.put(doctorId, new ScheduleState.NotOpened());
		record(List.of(new ScheduleEvent.ScheduleOpened(doctorId, zone)));
	}

	ScheduleState.Open schedule(UUID doctorId) {
		return (ScheduleState.Open) this.schedules.get(doctorId);
	}

	ModelAnswer answer(Object asked, Instant at) {
		this.now = at;
		return switch (asked) {
			case RescheduleAppointment move -> move(move);
			case HoldSlot hold -> hold(hold);
			case ConfirmHold confirm -> isRemembered(confirm.holdId()) ? send(confirm) : ModelAnswer.of("not-found");
			case ReleaseHold release -> isRemembered(release.holdId()) ? send(release) : ModelAnswer.of("not-found");
			case AppointmentCommand change -> {
				Parties parties = ScheduleClaims.partiesOf(change.appointmentId(), this.claims).orElseThrow();
				if (!parties.doctorId().equals(change.doctorId())) {
					throw new AssertionError(change + " is found with " + parties.doctorId());
				}
				yield send(change);
			}
			case ScheduleCommand command -> send(command);
			default -> throw new IllegalArgumentException("Not a command: " + asked);
		};
	}

	/** Whether a booking would go through; it is not made. */
	boolean wouldBook(ScheduleCommand command, Instant at) {
		return ScheduleDecider.decide(command, this.schedules.get(command.doctorId()),
				at) instanceof Decision.Accepted accepted && wouldBeTaken(accepted.events(), at);
	}

	/** Likewise, a move. */
	boolean wouldMove(RescheduleAppointment command, Instant at) {
		return AppointmentDecider.move(command, this.schedules.get(command.doctorId()),
				this.schedules.get(command.toDoctorId()), at) instanceof AppointmentDecider.Move.Accepted accepted
				&& wouldBeTaken(Stream.concat(accepted.away().stream(), accepted.there().stream()).toList(), at);
	}

	private boolean wouldBeTaken(List<ScheduleEvent> events, Instant at) {
		try {
			this.book.tryOut(claimsOf(events), at);
			return true;
		}
		catch (ClaimTakenException ex) {
			return false;
		}
	}

	private boolean isRemembered(UUID holdId) {
		return ScheduleClaims.partiesOfHold(holdId, this.claims).isPresent();
	}

	private ModelAnswer send(ScheduleCommand command) {
		return switch (this.commands.send(command, Actor.SYSTEM)) {
			case Outcome.Done done -> ModelAnswer.OK;
			case Outcome.Refused refused -> answer(command.doctorId(), refused);
		};
	}

	private ModelAnswer hold(HoldSlot hold) {
		ModelAnswer answer = ModelAnswer.OK;
		for (int place = 1; place <= HoldSlotApi.MOST; place++) {
			HoldSlot command = new HoldSlot(hold.doctorId(), hold.holdId(), hold.memberId(), hold.start(), hold.by(),
					place);
			Outcome outcome = this.commands.send(command, Actor.SYSTEM);
			if (outcome instanceof Outcome.Done) {
				return ModelAnswer.OK;
			}
			answer = answer(hold.doctorId(), (Outcome.Refused) outcome);
			if (!(((Outcome.Refused) outcome).refusal() instanceof Refusal.TooManyHolds)) {
				return answer;
			}
		}
		return answer;
	}

	private ModelAnswer move(RescheduleAppointment move) {
		Parties parties = ScheduleClaims.partiesOf(move.appointmentId(), this.claims).orElseThrow();
		return switch (this.moves.send(move, parties.memberId(), Actor.SYSTEM)) {
			case MoveOutcome.Done done -> ModelAnswer.OK;
			case MoveOutcome.Refused refused -> answer(refused.by(), refused.outcome());
		};
	}

	private static ModelAnswer answer(UUID doctorId, Outcome.Refused refused) {
		String code = RefusalProblems.problem(doctorId, refused).code().slug();
		return switch (refused.refusal()) {
			case Refusal.SlotRefused slot -> new ModelAnswer(code, slots(slot.nextFreeSlots()), List.of());
			case Refusal.DailyLimitReached limit -> new ModelAnswer(code, slots(limit.nextFreeSlots()), List.of());
			case Refusal.AppointmentsAffected affected -> new ModelAnswer(code, List.of(),
					affected.affected().stream().map(Refusal.Affected::appointmentId).toList());
			default -> ModelAnswer.of(code);
		};
	}

	static List<ModelSlot> slots(List<Interval> intervals) {
		return intervals.stream().map((interval) -> new ModelSlot(interval.start(), interval.end())).toList();
	}

	private Object handle(Object command) {
		return switch (command) {
			case MoveAppointment move -> move(move);
			case FindFreeSlots question -> FreeSlots.of(this.schedules.get(question.doctorId()), question, this.now);
			case ReadSchedule question -> {
				ScheduleState state = this.schedules.get(question.doctorId());
				yield new Outcome.Done(state, -1, List.of(), state, this.now);
			}
			case ScheduleCommand asked -> decide(asked);
			default -> throw new IllegalArgumentException("Nobody handles " + command);
		};
	}

	private Outcome decide(ScheduleCommand command) {
		ScheduleState before = this.schedules.get(command.doctorId());
		return switch (ScheduleDecider.decide(command, before, this.now)) {
			case Decision.Refused refused -> new Outcome.Refused(before, -1, refused.refusal());
			case Decision.Accepted accepted -> {
				record(accepted.events());
				yield new Outcome.Done(before, -1, accepted.events(), this.schedules.get(command.doctorId()), this.now);
			}
		};
	}

	private MoveOutcome move(MoveAppointment move) {
		RescheduleAppointment command = move.command();
		ScheduleState from = this.schedules.get(command.doctorId());
		ScheduleState to = this.schedules.get(command.toDoctorId());
		return switch (AppointmentDecider.move(command, from, to, this.now)) {
			case AppointmentDecider.Move.Refused(UUID by, Refusal refusal) -> new MoveOutcome.Refused(by,
					new Outcome.Refused(by.equals(command.doctorId()) ? from : to, -1, refusal), List.of());
			case AppointmentDecider.Move.Accepted(List<ScheduleEvent> away, List<ScheduleEvent> there) -> {
				record(Stream.concat(away.stream(), there.stream()).toList());
				yield new MoveOutcome.Done(schedule(command.toDoctorId()), !there.isEmpty(), List.of());
			}
		};
	}

	/** All of it, or nothing if somebody else has a claim on what it takes. */
	private void record(List<ScheduleEvent> events) {
		this.book.apply(claimsOf(events), this.now);
		for (ScheduleEvent event : events) {
			this.schedules.compute(event.doctorId(), (id, state) -> state.evolve(event, this.now));
			this.history.computeIfAbsent(event.doctorId(), (id) -> new ArrayList<>())
				.add(new Recorded(event, this.now));
		}
	}

	private static List<ClaimChange> claimsOf(List<ScheduleEvent> events) {
		return events.stream().flatMap((event) -> ScheduleClaims.claimsOf(event).stream()).toList();
	}

	private Object askedOfClaims(InvocationOnMock call) {
		return switch (call.getMethod().getName()) {
			case "find" -> this.book.standingAt(this.now, call.getArgument(0), call.getArgument(1))
				.stream()
				.filter((take) -> take.during() == null)
				.map(ModelledClinic::claim)
				.findFirst();
			case "overlapping" -> overlapping(call.getArgument(0), call.getArgument(1), call.getArgument(2));
			default -> Optional.empty();
		};
	}

	private List<Claim> overlapping(String kind, String key, TimeRange range) {
		return this.book.standingAt(this.now, kind, key)
			.stream()
			.filter((take) -> take.during() != null && take.during().start().isBefore(range.end())
					&& range.start().isBefore(take.during().end()))
			.map(ModelledClinic::claim)
			.toList();
	}

	private static Claim claim(ClaimChange.Take take) {
		return new Claim(take.kind(), take.key(), take.during(), take.value());
	}

	/** An event and when it happened. */
	record Recorded(ScheduleEvent event, Instant at) {
	}

}
