package clinic.daybook.command.scheduling;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.RescheduleAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookWalkIn;
import clinic.daybook.api.scheduling.ScheduleCommand.ConfirmHold;
import clinic.daybook.api.scheduling.ScheduleCommand.HoldSlot;
import clinic.daybook.book.BookJson;
import clinic.daybook.book.TimeRange;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** The clinic and its model side by side: each step is taken by both and compared. */
final class ModelWorld {

	/** From then on a schedule may forget an appointment that is over. */
	private static final Duration REMEMBERED = Duration.ofDays(29);

	private static final Serializer JSON = BookJson.snapshots(List.of(ScheduleSnapshot.TYPE));

	private static final UUID NEW = new UUID(0x4000, 0x8000000000000000L);

	final ModelClinic model;

	private final ModelledClinic clinic = new ModelledClinic();

	ModelWorld(Instant start, Map<UUID, ZoneId> doctors) {
		this.model = new ModelClinic(start);
		doctors.forEach((id, zone) -> {
			this.model.doctors.put(id, new ModelDoctor(id, zone));
			this.clinic.open(id, zone, start);
		});
	}

	/**
	 * Takes a step.
	 * @throws AssertionError if the two differ then
	 */
	ModelAnswer take(ModelStep step) {
		this.model.now = step.at();
		return switch (step.what()) {
			case ModelStep.LookAtOffers look -> {
				lookAtOffers(look);
				yield ModelAnswer.OK;
			}
			case ModelStep.LookBack look -> {
				lookBack(look);
				yield ModelAnswer.OK;
			}
			default -> command(step);
		};
	}

	private ModelAnswer command(ModelStep step) {
		ModelAnswer expected = this.model.answer(step.what());
		ModelAnswer actual = this.clinic.answer(step.what(), step.at());
		same("answer to " + step.what(), expected, actual);
		same("claims", claimsOfTheModel(), claimsOfTheBook());
		concerned(step.what()).forEach(this::compare);
		nobodyIsInTwoPlaces();
		if (!actual.offers().isEmpty()) {
			offersHold(step.what(), actual.offers());
		}
		return actual;
	}

	private static Stream<UUID> concerned(Object command) {
		return (command instanceof RescheduleAppointment move) ? Stream.of(move.doctorId(), move.toDoctorId())
				: Stream.of(((ScheduleCommand) command).doctorId());
	}

	private void compare(UUID doctorId) {
		ModelDoctor doctor = this.model.doctor(doctorId);
		ScheduleState.Open schedule = this.clinic.schedule(doctorId);
		same("active", doctor.active, schedule.active());
		same("policy", doctor.policy, schedule.policy());
		same("holds", this.model.liveHolds().filter((hold) -> hold.doctorId().equals(doctor.id)),
				schedule.holds()
					.byId()
					.values()
					.stream()
					.filter((held) -> held.isLiveAt(this.model.now))
					.map((held) -> fact(doctor.id, held.hold())));
		same("appointments",
				this.model.appointments.values()
					.stream()
					.filter((one) -> one.doctorId().equals(doctor.id) && one.status() != AppointmentStatus.CANCELLED
							&& isRemembered(one.end())),
				bookings(schedule).filter((one) -> isRemembered(one.interval().end()))
					.map((one) -> fact(doctor.id, one)));
		same("time off", doctor.timeOff.stream().filter((off) -> isRemembered(off.interval().end())),
				schedule.timetable().timeOff().stream().filter((off) -> isRemembered(off.interval().end())));
		same("extra hours",
				doctor.extra.stream().filter((extra) -> !doctor.isOver(extra, this.model.now.minus(REMEMBERED))),
				schedule.timetable()
					.extraHours()
					.stream()
					.filter((extra) -> !doctor.isOver(extra, this.model.now.minus(REMEMBERED))));
		this.model.appointments.values()
			.stream()
			.filter((one) -> one.doctorId().equals(doctor.id) && one.status() == AppointmentStatus.BOOKED
					&& one.start().isAfter(this.model.now))
			.forEach((one) -> same("inside the hours: " + one, doctor.isAtWorkAll(one.start(), one.end()),
					schedule.hoursInUse().covers(new Interval(one.start(), one.end()))));
	}

	/** Each slot that was named instead could really be had. */
	private void offersHold(Object refused, List<ModelSlot> offers) {
		offers.forEach((offer) -> {
			boolean possible = switch (refused) {
				case BookAppointment book -> wouldBook(book.doctorId(), book.memberId(), offer, book.by());
				case BookWalkIn walkIn -> wouldBook(walkIn.doctorId(), walkIn.memberId(), offer, Booker.CLINIC);
				case HoldSlot hold -> wouldBook(hold.doctorId(), hold.memberId(), offer, hold.by());
				case ConfirmHold confirm -> wouldBook(confirm.doctorId(),
						this.model.holds.get(confirm.holdId()).memberId(), offer, confirm.by());
				case RescheduleAppointment move -> this.clinic.wouldMove(new RescheduleAppointment(move.doctorId(),
						move.appointmentId(), move.toDoctorId(), offer.start(), move.by(), null), this.model.now);
				default -> throw new AssertionError("Names slots: " + refused);
			};
			same("can be had instead: " + offer, true, possible);
		});
	}

	private boolean wouldBook(UUID doctorId, UUID memberId, ModelSlot slot, Booker by) {
		return this.clinic.wouldBook(new BookAppointment(doctorId, NEW, memberId, slot.start(), null, by),
				this.model.now);
	}

	private static Stream<Booked> bookings(ScheduleState.Open schedule) {
		return schedule.bookings().byDay().values().stream().flatMap(List::stream);
	}

	private boolean isRemembered(Instant end) {
		return end.plus(REMEMBERED).isAfter(this.model.now);
	}

	private static ModelHold fact(UUID doctorId, Hold hold) {
		return new ModelHold(hold.holdId(), doctorId, hold.memberId(), hold.interval().start(), hold.interval().end(),
				hold.expiresAt(), false);
	}

	private static ModelAppointment fact(UUID doctorId, Booked one) {
		return new ModelAppointment(one.appointmentId(), doctorId, one.memberId(), one.interval().start(),
				one.interval().end(), one.status(), one.version(), one.walkIn());
	}

	/** The promise of all promises, looked at without the model. */
	private void nobodyIsInTwoPlaces() {
		List<Booked> all = new ArrayList<>();
		for (ModelDoctor doctor : this.model.doctors.values()) {
			List<Booked> own = bookings(this.clinic.schedule(doctor.id)).filter(Booked::holdsItsHour).toList();
			apart("doctor " + doctor.id, own);
			all.addAll(own);
		}
		all.stream()
			.collect(Collectors.groupingBy(Booked::memberId))
			.forEach((member, own) -> apart("member " + member, own));
	}

	private static void apart(String who, List<Booked> appointments) {
		List<Booked> sorted = appointments.stream()
			.sorted(Comparator.comparing((Booked one) -> one.interval().start()))
			.toList();
		for (int i = 1; i < sorted.size(); i++) {
			if (sorted.get(i).interval().start().isBefore(sorted.get(i - 1).interval().end())) {
				throw new AssertionError(who + " is in two places: " + sorted.get(i - 1) + " and " + sorted.get(i));
			}
		}
	}

	private Stream<StandingClaim> claimsOfTheModel() {
		Stream<StandingClaim> hours = this.model.appointments.values()
			.stream()
			.filter(ModelAppointment::takesItsHour)
			.map((one) -> hour(one.memberId(), one.start(), one.end(), one.id()));
		Stream<StandingClaim> places = this.model.appointments.values()
			.stream()
			.map((one) -> new StandingClaim("appointment", one.id().toString(), null,
					one.doctorId() + " " + one.memberId()));
		Stream<StandingClaim> held = this.model.liveHolds()
			.flatMap((hold) -> Stream.of(hour(hold.memberId(), hold.start(), hold.end(), hold.id()),
					new StandingClaim("member-hold", hold.memberId().toString(), null, hold.id().toString())));
		Stream<StandingClaim> remembered = this.model.holds.values()
			.stream()
			.filter((hold) -> this.model.now.isBefore(hold.expiresAt().plus(Duration.ofHours(24))))
			.map((hold) -> new StandingClaim("hold", hold.id().toString(), null,
					hold.doctorId() + " " + hold.memberId()));
		return Stream.of(hours, places, held, remembered).flatMap(Function.identity());
	}

	private static StandingClaim hour(UUID memberId, Instant start, Instant end, UUID by) {
		return new StandingClaim("member-hour", memberId.toString(), new TimeRange(start, end), by.toString());
	}

	private Stream<StandingClaim> claimsOfTheBook() {
		return this.clinic.book.standingAt(this.model.now)
			.stream()
			.map((take) -> new StandingClaim(take.kind(), take.key().split(" ")[0], take.during(), take.value()));
	}

	/** Offered, accepted and what the model says are one. */
	private void lookAtOffers(ModelStep.LookAtOffers look) {
		ModelDoctor doctor = this.model.doctor(look.doctorId());
		List<ModelSlot> offered = ModelledClinic.slots(this.clinic.schedule(look.doctorId())
			.availabilityFor(look.memberId(), this.model.now)
			.freeSlots(look.from(), look.to()));
		ModelClinic.Wish wish = new ModelClinic.Wish(look.memberId(), Booker.MEMBER, null);
		List<ModelSlot> expected = look.from()
			.datesUntil(look.to().plusDays(1))
			.flatMap((date) -> doctor.gridOn(date).stream())
			.filter((slot) -> this.model.broken(doctor, slot.start(), wish).isEmpty())
			.toList();
		same("offered " + look, expected, offered);
		int step = 1 + offered.size() / 5;
		for (int i = 0; i < offered.size(); i += step) {
			accepts(look, offered.get(i).start(), true);
		}
		for (Instant instant : look.beside()) {
			accepts(look, instant, this.model.broken(doctor, instant, wish).isEmpty());
		}
	}

	private void accepts(ModelStep.LookAtOffers look, Instant start, boolean expected) {
		same("can be booked: " + start, expected,
				this.clinic.wouldBook(
						new BookAppointment(look.doctorId(), NEW, look.memberId(), start, null, Booker.MEMBER),
						this.model.now));
	}

	private void lookBack(ModelStep.LookBack look) {
		this.model.doctors.keySet().forEach(this::compare);
		this.clinic.history.forEach((doctorId, events) -> {
			List<DomainEventMessage<?>> messages = new ArrayList<>();
			for (int i = 0; i < events.size(); i++) {
				messages.add(message(doctorId, i, events.get(i).event(), events.get(i).at()));
			}
			ScheduleState state = this.clinic.schedules.get(doctorId);
			same("state from history", state, ScheduleSnapshot.of(messages.stream()).orElseThrow().state());
			int taken = Math.max(1, messages.size() * look.share() / 100);
			ScheduleSnapshot snapshot = stored(ScheduleSnapshot.of(messages.subList(0, taken).stream()).orElseThrow());
			Stream<DomainEventMessage<?>> shortened = Stream.concat(
					Stream.of(message(doctorId, taken - 1, snapshot, snapshot.lastChange())),
					messages.subList(taken, messages.size()).stream());
			same("state from a snapshot", state, ScheduleSnapshot.of(shortened).orElseThrow().state());
		});
	}

	private static ScheduleSnapshot stored(ScheduleSnapshot snapshot) {
		String text = new String(JSON.serialize(snapshot, byte[].class).getData(), StandardCharsets.UTF_8);
		return JSON.deserialize(new SimpleSerializedObject<>(text.getBytes(StandardCharsets.UTF_8), byte[].class,
				JSON.typeForClass(ScheduleSnapshot.class)));
	}

	private static DomainEventMessage<?> message(UUID doctorId, long sequence, Object payload, Instant at) {
		return new GenericDomainEventMessage<>("Schedule", ScheduleStream.of(doctorId), sequence, payload,
				MetaData.emptyInstance(), new UUID(0, sequence).toString(), at);
	}

	private static <T> void same(String what, Stream<T> expected, Stream<T> actual) {
		List<T> first = expected.toList();
		List<T> second = actual.toList();
		if (first.size() != second.size() || !new HashSet<>(first).equals(new HashSet<>(second))) {
			List<T> missing = new ArrayList<>(first);
			second.forEach(missing::remove);
			List<T> tooMany = new ArrayList<>(second);
			first.forEach(tooMany::remove);
			throw new AssertionError(what + ":\n  only in the model  " + missing + "\n  only in the clinic " + tooMany);
		}
	}

	private static void same(String what, Object expected, Object actual) {
		if (!expected.equals(actual)) {
			throw new AssertionError(what + ":\n  model  " + expected + "\n  clinic " + actual);
		}
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder("now " + this.model.now);
		this.model.doctors.values().forEach((doctor) -> text.append("\n  ").append(doctor));
		this.model.appointments.values().forEach((one) -> text.append("\n  ").append(one));
		new TreeMap<>(this.model.holds).values().forEach((one) -> text.append("\n  ").append(one));
		return text.toString();
	}

	/** A claim, whichever of its places a hold has. */
	private record StandingClaim(String kind, String key, TimeRange during, String value) {
	}

}
