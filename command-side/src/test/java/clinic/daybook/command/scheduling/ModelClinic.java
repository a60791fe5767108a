package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.RescheduleAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.AppointmentCommand;
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
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Window;

/**
 * A clinic as the contract has it: the facts in lists, and for every command what a
 * caller hears and what becomes of the facts. Written from the contract alone.
 */
final class ModelClinic {

	private static final Duration A_DAY = Duration.ofHours(24);

	private static final int SEARCH_DAYS = 366;

	final Map<UUID, ModelDoctor> doctors = new LinkedHashMap<>();

	final Map<UUID, ModelAppointment> appointments = new LinkedHashMap<>();

	final Map<UUID, ModelHold> holds = new LinkedHashMap<>();

	Instant now;

	ModelClinic(Instant now) {
		this.now = now;
	}

	ModelDoctor doctor(UUID id) {
		return this.doctors.get(id);
	}

	ModelAnswer answer(Object asked) {
		return switch (asked) {
			case RescheduleAppointment move -> reschedule(move);
			case AppointmentCommand change -> change(change);
			case ScheduleCommand command -> answer(command, doctor(command.doctorId()));
			default -> throw new IllegalArgumentException("Not a command: " + asked);
		};
	}

	private ModelAnswer answer(ScheduleCommand command, ModelDoctor doctor) {
		return switch (command) {
			case SetWorkingHours set -> setWorkingHours(set, doctor);
			case SetSchedulingPolicy set -> {
				doctor.policy = set.policy();
				yield ModelAnswer.OK;
			}
			case TakeTimeOff take -> takeTimeOff(take.timeOff(), take.onConflict(), doctor);
			case TakeDaysOff take -> takeTimeOff(
					new TimeOff(take.timeOffId(),
							new Interval(doctor.instantOf(take.fromDate().atStartOfDay()),
									doctor.instantOf(take.toDate().plusDays(1).atStartOfDay())),
							null),
					take.onConflict(), doctor);
			case WithdrawTimeOff withdraw -> withdrawTimeOff(withdraw, doctor);
			case OpenExtraHours open -> openExtraHours(open.extraHours(), doctor);
			case WithdrawExtraHours withdraw -> withdrawExtraHours(withdraw, doctor);
			case DeactivateDoctor deactivate -> deactivate(deactivate, doctor);
			case ReactivateDoctor again -> {
				doctor.active = true;
				yield ModelAnswer.OK;
			}
			case BookAppointment book -> book(book);
			case BookWalkIn walkIn -> bookWalkIn(walkIn);
			case HoldSlot hold -> hold(hold);
			case ReleaseHold release -> release(release);
			case ConfirmHold confirm -> confirm(confirm);
			case AffirmAppointment affirm -> throw new IllegalArgumentException("Not in the contract: " + affirm);
			case AppointmentCommand change -> change(change);
		};
	}

	// Hours

	private ModelAnswer setWorkingHours(SetWorkingHours set, ModelDoctor doctor) {
		LocalDate today = doctor.dateOf(this.now);
		LocalDate from = (set.effectiveFrom() != null) ? set.effectiveFrom() : today;
		if (from.isBefore(today) || isTooShort(set.windows(), set.slotMinutes())) {
			return ModelAnswer.of("invalid-request");
		}
		ModelDoctor after = doctor.copy();
		after.weekly.removeIf((entry) -> entry.dayOfWeek() == set.dayOfWeek() && entry.effectiveFrom().equals(from));
		after.weekly.add(new DayHours(set.dayOfWeek(), set.windows(), set.slotMinutes(), from));
		return after.hasOverlapFrom(from) ? ModelAnswer.of("invalid-request") : change(doctor, after, set.onConflict());
	}

	private static boolean isTooShort(List<Window> windows, int slotMinutes) {
		return windows.stream().anyMatch((window) -> {
			int minutes = (window.end().toSecondOfDay() - window.start().toSecondOfDay()) / 60;
			return slotMinutes > ((minutes <= 0) ? minutes + 24 * 60 : minutes);
		});
	}

	private ModelAnswer takeTimeOff(TimeOff timeOff, OnConflict onConflict, ModelDoctor doctor) {
		if (!timeOff.interval().end().isAfter(this.now)) {
			return ModelAnswer.of("invalid-request");
		}
		ModelDoctor after = doctor.copy();
		after.timeOff.add(timeOff);
		return change(doctor, after, onConflict);
	}

	private ModelAnswer withdrawTimeOff(WithdrawTimeOff withdraw, ModelDoctor doctor) {
		return doctor.timeOff.removeIf((timeOff) -> timeOff.timeOffId().equals(withdraw.timeOffId())) ? ModelAnswer.OK
				: ModelAnswer.of("not-found");
	}

	private ModelAnswer openExtraHours(ExtraHours extra, ModelDoctor doctor) {
		if (extra.date().isBefore(doctor.dateOf(this.now)) || isTooShort(extra.windows(), extra.slotMinutes())) {
			return ModelAnswer.of("invalid-request");
		}
		ModelDoctor after = doctor.copy();
		after.extra.add(extra);
		if (after.hasOverlapFrom(extra.date())) {
			return ModelAnswer.of("invalid-request");
		}
		doctor.become(after);
		return ModelAnswer.OK;
	}

	private ModelAnswer withdrawExtraHours(WithdrawExtraHours withdraw, ModelDoctor doctor) {
		ModelDoctor after = doctor.copy();
		return after.extra.removeIf((extra) -> extra.extraHoursId().equals(withdraw.extraHoursId()))
				? change(doctor, after, withdraw.onConflict()) : ModelAnswer.of("not-found");
	}

	/** Nobody is left to see whoever is still booked, outside the hours or inside. */
	private ModelAnswer deactivate(DeactivateDoctor deactivate, ModelDoctor doctor) {
		if (!doctor.active) {
			return ModelAnswer.OK;
		}
		ModelDoctor after = doctor.copy();
		after.active = false;
		return change(doctor, after, deactivate.onConflict(), toCome(doctor).toList());
	}

	/** What was inside the hours and would be so no longer stands in the way of it. */
	private ModelAnswer change(ModelDoctor doctor, ModelDoctor after, OnConflict onConflict) {
		return change(doctor, after, onConflict, toCome(doctor)
			.filter((one) -> doctor.isAtWorkAll(one.start(), one.end()) && !after.isAtWorkAll(one.start(), one.end()))
			.toList());
	}

	private ModelAnswer change(ModelDoctor doctor, ModelDoctor after, OnConflict onConflict,
			List<ModelAppointment> affected) {
		if (onConflict == OnConflict.REFUSE && !affected.isEmpty()) {
			return new ModelAnswer("appointments-affected", List.of(),
					affected.stream().map(ModelAppointment::id).toList());
		}
		if (onConflict == OnConflict.CANCEL) {
			affected.forEach((one) -> put(one.now(AppointmentStatus.CANCELLED)));
		}
		doctor.become(after);
		return ModelAnswer.OK;
	}

	private Stream<ModelAppointment> toCome(ModelDoctor doctor) {
		return this.appointments.values()
			.stream()
			.filter((one) -> one.doctorId().equals(doctor.id) && one.status() == AppointmentStatus.BOOKED
					&& !one.start().isBefore(this.now))
			.sorted(Comparator.comparing(ModelAppointment::start));
	}

	// Appointments

	private ModelAnswer book(BookAppointment book) {
		Wish wish = new Wish(book.memberId(), book.by(), null);
		return judged(doctor(book.doctorId()), book.start(), wish).orElseGet(() -> {
			put(book.appointmentId(), book.doctorId(), book.memberId(), slotAt(doctor(book.doctorId()), book.start()),
					false);
			return ModelAnswer.OK;
		});
	}

	private ModelAnswer bookWalkIn(BookWalkIn walkIn) {
		ModelDoctor doctor = doctor(walkIn.doctorId());
		Wish wish = new Wish(walkIn.memberId(), Booker.CLINIC, null);
		ModelSlot slot = new ModelSlot(walkIn.start(), walkIn.start().plus(Duration.ofMinutes(walkIn.minutes())));
		Optional<String> broken = (walkIn.start().isBefore(this.now.minus(Duration.ofMinutes(15))))
				? Optional.of("too-soon") : outside(doctor, slot).or(() -> hindered(doctor, slot, wish));
		if (broken.isPresent()) {
			return refused(broken.get(), doctor, walkIn.start(), wish);
		}
		put(walkIn.appointmentId(), doctor.id, walkIn.memberId(), slot, true);
		return ModelAnswer.OK;
	}

	private ModelAnswer hold(HoldSlot hold) {
		ModelDoctor doctor = doctor(hold.doctorId());
		Optional<ModelAnswer> refused = judged(doctor, hold.start(), new Wish(hold.memberId(), hold.by(), null));
		if (refused.isPresent()) {
			return refused.get();
		}
		long elsewhere = liveHolds()
			.filter((other) -> other.memberId().equals(hold.memberId()) && !other.doctorId().equals(doctor.id))
			.count();
		if (elsewhere >= 3) {
			return ModelAnswer.of("limit-reached");
		}
		liveHolds().filter((other) -> other.memberId().equals(hold.memberId()) && other.doctorId().equals(doctor.id))
			.toList()
			.forEach(this::end);
		ModelSlot slot = slotAt(doctor, hold.start());
		this.holds.put(hold.holdId(), new ModelHold(hold.holdId(), doctor.id, hold.memberId(), slot.start(), slot.end(),
				this.now.plus(Duration.ofMinutes(5)), false));
		return ModelAnswer.OK;
	}

	private ModelAnswer release(ReleaseHold release) {
		return unusable(release.holdId()).orElseGet(() -> {
			end(this.holds.get(release.holdId()));
			return ModelAnswer.OK;
		});
	}

	private Optional<ModelAnswer> unusable(UUID holdId) {
		ModelHold hold = this.holds.get(holdId);
		if (hold == null || !this.now.isBefore(hold.expiresAt().plus(A_DAY))) {
			return Optional.of(ModelAnswer.of("not-found"));
		}
		if (hold.ended()) {
			return Optional.of(ModelAnswer.of("wrong-state"));
		}
		return hold.isLiveAt(this.now) ? Optional.empty() : Optional.of(ModelAnswer.of("hold-expired"));
	}

	/**
	 * What was promised stands as far as time and hours go; the member's day may be full
	 * by now.
	 */
	private ModelAnswer confirm(ConfirmHold confirm) {
		Optional<ModelAnswer> unusable = unusable(confirm.holdId());
		if (unusable.isPresent()) {
			return unusable.get();
		}
		ModelHold hold = this.holds.get(confirm.holdId());
		ModelDoctor doctor = doctor(hold.doctorId());
		Wish wish = new Wish(hold.memberId(), confirm.by(), null);
		ModelSlot slot = new ModelSlot(hold.start(), hold.end());
		Optional<String> broken = hold.start().isBefore(this.now) ? Optional.of("too-soon")
				: outside(doctor, slot).or(() -> hindered(doctor, slot, wish))
					.or(() -> full(doctor, hold.start(), wish));
		if (broken.isPresent()) {
			return refused(broken.get(), doctor, hold.start(), wish);
		}
		put(confirm.appointmentId(), doctor.id, hold.memberId(), slot, false);
		return ModelAnswer.OK;
	}

	private ModelAnswer change(AppointmentCommand command) {
		ModelAppointment one = this.appointments.get(command.appointmentId());
		if (command.expectedVersion() != null && command.expectedVersion() != one.version()) {
			return ModelAnswer.of("precondition-failed");
		}
		return switch (command) {
			case CancelAppointment cancel -> {
				if (one.status() != AppointmentStatus.BOOKED) {
					yield ModelAnswer.of("wrong-state");
				}
				yield isTooLate(one, cancel.by()) ? ModelAnswer.of("too-late")
						: becomes(one, AppointmentStatus.CANCELLED);
			}
			case CheckInAppointment checkIn -> {
				if (one.status() != AppointmentStatus.BOOKED) {
					yield ModelAnswer.of("wrong-state");
				}
				ModelDoctor doctor = doctor(one.doctorId());
				yield doctor.dateOf(this.now).isBefore(doctor.dateOf(one.start())) ? ModelAnswer.of("too-soon")
						: becomes(one, AppointmentStatus.CHECKED_IN);
			}
			case CompleteAppointment complete -> (one.status() != AppointmentStatus.CHECKED_IN)
					? ModelAnswer.of("wrong-state") : becomes(one, AppointmentStatus.COMPLETED);
			case MarkNoShow noShow -> {
				if (one.status() != AppointmentStatus.BOOKED) {
					yield ModelAnswer.of("wrong-state");
				}
				yield this.now.isBefore(one.start()) ? ModelAnswer.of("too-soon")
						: becomes(one, AppointmentStatus.NO_SHOW);
			}
		};
	}

	private ModelAnswer reschedule(RescheduleAppointment move) {
		ModelAppointment one = this.appointments.get(move.appointmentId());
		if (move.expectedVersion() != null && move.expectedVersion() != one.version()) {
			return ModelAnswer.of("precondition-failed");
		}
		if (one.status() != AppointmentStatus.BOOKED) {
			return ModelAnswer.of("wrong-state");
		}
		if (isTooLate(one, move.by())) {
			return ModelAnswer.of("too-late");
		}
		if (move.toDoctorId().equals(one.doctorId()) && move.start().equals(one.start())) {
			return ModelAnswer.OK;
		}
		ModelDoctor doctor = doctor(move.toDoctorId());
		return judged(doctor, move.start(), new Wish(one.memberId(), move.by(), one.id())).orElseGet(() -> {
			ModelSlot slot = slotAt(doctor, move.start());
			put(one.movedTo(doctor.id, slot));
			useUp(doctor.id, one.memberId(), slot);
			return ModelAnswer.OK;
		});
	}

	private boolean isTooLate(ModelAppointment one, Booker by) {
		int cutoff = doctor(one.doctorId()).policy.cancelCutoffMinutes();
		return by == Booker.MEMBER && this.now.isAfter(one.start().minus(Duration.ofMinutes(cutoff)));
	}

	private ModelAnswer becomes(ModelAppointment one, AppointmentStatus status) {
		put(one.now(status));
		return ModelAnswer.OK;
	}

	private void put(UUID id, UUID doctorId, UUID memberId, ModelSlot slot, boolean walkIn) {
		put(new ModelAppointment(id, doctorId, memberId, slot.start(), slot.end(), AppointmentStatus.BOOKED, 1,
				walkIn));
		useUp(doctorId, memberId, slot);
	}

	private void put(ModelAppointment appointment) {
		this.appointments.put(appointment.id(), appointment);
	}

	/** Who books what they hold there, or something across it, holds it no longer. */
	private void useUp(UUID doctorId, UUID memberId, ModelSlot slot) {
		liveHolds()
			.filter((hold) -> hold.doctorId().equals(doctorId) && hold.memberId().equals(memberId)
					&& slot.overlaps(hold.start(), hold.end()))
			.toList()
			.forEach(this::end);
	}

	private void end(ModelHold hold) {
		this.holds.put(hold.id(), hold.nowEnded());
	}

	Stream<ModelHold> liveHolds() {
		return this.holds.values().stream().filter((hold) -> hold.isLiveAt(this.now));
	}

	// Rules

	private Optional<ModelAnswer> judged(ModelDoctor doctor, Instant start, Wish wish) {
		return broken(doctor, start, wish).map((code) -> refused(code, doctor, start, wish));
	}

	private ModelAnswer refused(String code, ModelDoctor doctor, Instant start, Wish wish) {
		return new ModelAnswer(code, nextFree(doctor, start, wish), List.of());
	}

	/**
	 * What is offered to everybody from there on and suits the asker too, one after the
	 * other, until there are three.
	 */
	private List<ModelSlot> nextFree(ModelDoctor doctor, Instant from, Wish wish) {
		if (!doctor.active) {
			return List.of();
		}
		Instant earliest = from.isBefore(this.now) ? this.now : from;
		List<ModelSlot> found = new ArrayList<>();
		LocalDate first = doctor.dateOf(earliest);
		for (int days = 0; days <= SEARCH_DAYS; days++) {
			for (ModelSlot slot : doctor.gridOn(first.plusDays(days))) {
				if (!slot.start().isBefore(earliest) && isOffered(doctor, slot, wish)) {
					found.add(slot);
					if (found.size() == 3) {
						return found;
					}
				}
			}
			if (days > doctor.policy.horizonDays()) {
				return found;
			}
		}
		return found;
	}

	/**
	 * Notice and horizon hold for whatever is offered; the front desk may ask beyond
	 * them.
	 */
	private boolean isOffered(ModelDoctor doctor, ModelSlot slot, Wish wish) {
		Optional<String> broken = broken(doctor, slot.start(), new Wish(wish.memberId(), Booker.MEMBER, wish.moving()));
		return broken.isEmpty() || wish.by() == Booker.CLINIC && broken.get().equals("limit-reached");
	}

	/** What stands in the way of an hour: the first that applies. */
	Optional<String> broken(ModelDoctor doctor, Instant start, Wish wish) {
		SchedulingRules rules = new SchedulingRules(doctor, wish);
		if (start.isBefore(this.now.plus(rules.notice()))) {
			return Optional.of("too-soon");
		}
		if (doctor.dateOf(start).isAfter(rules.lastDate(doctor.dateOf(this.now)))) {
			return Optional.of("too-far");
		}
		Optional<ModelDoctor.Opening> opening = doctor.openingAt(start);
		if (!doctor.active || opening.isEmpty()) {
			return Optional.of("outside-working-hours");
		}
		ModelSlot slot = new ModelSlot(start, start.plus(Duration.ofMinutes(opening.get().window().slotMinutes())));
		if (slot.end().isAfter(opening.get().closes())) {
			return Optional.of("outside-working-hours");
		}
		if (doctor.isAway(slot.start(), slot.end())) {
			return Optional.of("on-time-off");
		}
		if (!doctor.gridOn(doctor.dateOf(start)).contains(slot)) {
			return Optional.of("not-on-grid");
		}
		return hindered(doctor, slot, wish).or(() -> full(doctor, start, wish));
	}

	private static ModelSlot slotAt(ModelDoctor doctor, Instant start) {
		return doctor.gridOn(doctor.dateOf(start))
			.stream()
			.filter((slot) -> slot.start().equals(start))
			.findFirst()
			.orElseThrow();
	}

	private static Optional<String> outside(ModelDoctor doctor, ModelSlot slot) {
		if (!doctor.isOpenAll(slot.start(), slot.end())) {
			return Optional.of("outside-working-hours");
		}
		return doctor.isAway(slot.start(), slot.end()) ? Optional.of("on-time-off") : Optional.empty();
	}

	private Optional<String> hindered(ModelDoctor doctor, ModelSlot slot, Wish wish) {
		Duration buffer = Duration.ofMinutes(doctor.policy.bufferMinutes());
		Predicate<ModelAppointment> collides = (one) -> new ModelSlot(slot.start(), slot.end().plus(buffer))
			.overlaps(one.start(), one.end().plus(buffer));
		if (others(wish).anyMatch((one) -> one.doctorId().equals(doctor.id) && collides.test(one))) {
			return Optional.of("slot-taken");
		}
		if (liveHolds().anyMatch((hold) -> hold.doctorId().equals(doctor.id) && !hold.memberId().equals(wish.memberId())
				&& new ModelSlot(slot.start(), slot.end().plus(buffer)).overlaps(hold.start(),
						hold.end().plus(buffer)))) {
			return Optional.of("slot-held");
		}
		boolean busy = others(wish)
			.anyMatch((one) -> one.memberId().equals(wish.memberId()) && slot.overlaps(one.start(), one.end()));
		boolean holding = liveHolds().anyMatch((hold) -> hold.memberId().equals(wish.memberId())
				&& !hold.doctorId().equals(doctor.id) && slot.overlaps(hold.start(), hold.end()));
		return (busy || holding) ? Optional.of("member-busy") : Optional.empty();
	}

	private Optional<String> full(ModelDoctor doctor, Instant start, Wish wish) {
		long thatDay = this.appointments.values()
			.stream()
			.filter((one) -> !one.id().equals(wish.moving()) && one.doctorId().equals(doctor.id)
					&& one.memberId().equals(wish.memberId()) && one.status() != AppointmentStatus.CANCELLED
					&& doctor.dateOf(one.start()).equals(doctor.dateOf(start)))
			.count();
		return (wish.by() == Booker.MEMBER && thatDay >= doctor.policy.maxPerMemberPerDay())
				? Optional.of("limit-reached") : Optional.empty();
	}

	private Stream<ModelAppointment> others(Wish wish) {
		return this.appointments.values()
			.stream()
			.filter((one) -> one.takesItsHour() && !one.id().equals(wish.moving()));
	}

	/**
	 * For whom and on whose side an hour is asked for, and which appointment is to have
	 * it.
	 */
	record Wish(UUID memberId, Booker by, UUID moving) {
	}

	private record SchedulingRules(ModelDoctor doctor, Wish wish) {

		Duration notice() {
			return Duration.ofMinutes((this.wish.by() == Booker.CLINIC) ? 0 : this.doctor.policy.minNoticeMinutes());
		}

		LocalDate lastDate(LocalDate today) {
			return (this.wish.by() == Booker.CLINIC) ? LocalDate.MAX : today.plusDays(this.doctor.policy.horizonDays());
		}

	}

}
