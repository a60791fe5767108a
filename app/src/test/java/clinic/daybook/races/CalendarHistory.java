package clinic.daybook.races;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the events of all schedules come to, one after the other and in the plainest way,
 * without the rules that wrote them. Any step at which somebody is in two places, or
 * something happens to an appointment that isn't there, is a fault.
 */
final class CalendarHistory {

	private static final int PLACES_FOR_HOLDS = 3;

	private final Map<String, StoredHours> hours = new TreeMap<>();

	private final Map<String, StoredAppointment> appointments = new TreeMap<>();

	private final Map<String, StoredHold> holds = new TreeMap<>();

	/** What keeps each doctor and each member busy, expired holds included. */
	private final Map<String, Map<String, Stay>> busy = new HashMap<>();

	private final List<String> faults = new ArrayList<>();

	/** An appointment that has left one schedule and is to enter the other. */
	private @Nullable Recorded underway;

	private CalendarHistory() {
	}

	static CalendarHistory of(List<Recorded> book) {
		CalendarHistory history = new CalendarHistory();
		book.stream().filter((event) -> event.stream().startsWith("schedule-")).forEach(history::takes);
		if (history.underway != null) {
			history.fault("went away and never arrived", history.underway);
		}
		return history;
	}

	List<String> faults() {
		return this.faults;
	}

	Stream<StoredAppointment> appointments() {
		return this.appointments.values().stream();
	}

	Stream<StoredHold> holds() {
		return this.holds.values().stream();
	}

	Map<String, StoredHours> hours() {
		return this.hours;
	}

	/** Appointments that take up their hour, whoever has been seen already included. */
	Stream<StoredAppointment> standing() {
		return appointments()
			.filter((each) -> this.busy.getOrDefault(each.stay().memberId(), Map.of()).containsKey(each.stay().id()));
	}

	private void takes(Recorded event) {
		if (!event.stream().equals("schedule-" + event.text("doctorId"))) {
			fault("stands in the wrong stream", event);
		}
		if (this.underway != null && !List.of("HoldReleased", "AppointmentRescheduled").contains(event.type())) {
			fault("came between the halves of a move", event);
		}
		switch (event.type()) {
			case "ScheduleOpened" -> this.hours.put(event.text("doctorId"), new StoredHours(event));
			case "AppointmentBooked" -> books(event);
			case "AppointmentMovedAway" -> leaves(event);
			case "AppointmentRescheduled" -> moves(event);
			case "AppointmentCancelled" -> changes(event, "BOOKED", known(event).cancelled(event), false);
			case "AppointmentCheckedIn" -> changes(event, "BOOKED", known(event).now("CHECKED_IN", event), true);
			case "AppointmentCompleted" -> changes(event, "CHECKED_IN", known(event).now("COMPLETED", event), true);
			case "AppointmentMissed" -> changes(event, "BOOKED", known(event).now("NO_SHOW", event), false);
			case "SlotHeld" -> holds(event);
			case "HoldReleased" -> releases(event);
			default -> {
				if (!hoursOf(event).takes(event)) {
					fault("is of a type that nobody here knows", event);
				}
			}
		}
	}

	private void books(Recorded event) {
		StoredAppointment booked = StoredAppointment.booked(event);
		if (this.appointments.put(booked.stay().id(), booked) != null || booked.version() != 1) {
			fault("books what is booked already", event);
		}
		settles(booked.stay(), event);
	}

	private void leaves(Recorded event) {
		StoredAppointment before = known(event);
		isNext(event, before, "BOOKED");
		vacates(before.stay());
		this.underway = event;
	}

	private void moves(Recorded event) {
		StoredAppointment before = known(event);
		boolean staysWithTheDoctor = event.text("doctorId").equals(event.text("formerDoctorId"));
		if (staysWithTheDoctor) {
			isNext(event, before, "BOOKED");
			vacates(before.stay());
		}
		else if (!isOtherHalfOf(this.underway, event)) {
			fault("arrives from nowhere", event);
		}
		this.underway = null;
		StoredAppointment after = before.moved(event);
		this.appointments.put(after.stay().id(), after);
		settles(after.stay(), event);
	}

	private static boolean isOtherHalfOf(@Nullable Recorded away, Recorded there) {
		return away != null && away.text("appointmentId").equals(there.text("appointmentId"))
				&& away.number("version") == there.number("version")
				&& away.text("toDoctorId").equals(there.text("doctorId"))
				&& away.text("doctorId").equals(there.text("formerDoctorId"));
	}

	private void changes(Recorded event, String from, StoredAppointment after, boolean staysBusy) {
		isNext(event, known(event), from);
		this.appointments.put(after.stay().id(), after);
		if (!staysBusy) {
			vacates(after.stay());
		}
	}

	private void holds(Recorded event) {
		StoredHold held = StoredHold.held(event);
		List<StoredHold> others = holds().filter((each) -> each.isLiveAt(event.at()))
			.filter((each) -> each.stay().memberId().equals(held.stay().memberId()))
			.toList();
		if (held.place() < 1 || held.place() > PLACES_FOR_HOLDS
				|| others.stream().anyMatch((each) -> each.place() == held.place())) {
			fault("is held in a place that isn't free", event);
		}
		if (others.stream().anyMatch((each) -> each.stay().doctorId().equals(held.stay().doctorId()))) {
			fault("is the member's second hold with this doctor", event);
		}
		this.holds.put(held.stay().id(), held);
		settles(held.stay(), event);
	}

	private void releases(Recorded event) {
		StoredHold held = this.holds.get(event.text("holdId"));
		if (held == null || held.released() || held.place() != event.number("place")
				|| !held.stay().memberId().equals(event.text("memberId"))) {
			fault("releases what is not held so", event);
		}
		else {
			this.holds.put(held.stay().id(), held.asReleased());
			vacates(held.stay());
		}
	}

	private void settles(Stay stay, Recorded event) {
		if (!hoursOf(event).cover(stay)) {
			fault("is outside the hours of that moment", event);
		}
		for (String person : List.of(stay.doctorId(), stay.memberId())) {
			Map<String, Stay> others = this.busy.computeIfAbsent(person, (id) -> new HashMap<>());
			others.values()
				.stream()
				.filter((other) -> other.countsAt(event.at()) && other.overlaps(stay))
				.forEach((other) -> fault("overlaps " + other, event));
			others.put(stay.id(), stay);
		}
	}

	private void vacates(Stay stay) {
		for (String person : List.of(stay.doctorId(), stay.memberId())) {
			this.busy.getOrDefault(person, new HashMap<>()).remove(stay.id());
		}
	}

	/** It happens in the schedule where the appointment is, and as its next change. */
	private void isNext(Recorded event, StoredAppointment before, String from) {
		if (!before.stay().doctorId().equals(event.text("doctorId")) || !before.status().equals(from)
				|| before.version() + 1 != event.number("version")
				|| !before.stay().memberId().equals(event.text("memberId"))) {
			fault("doesn't follow from " + before, event);
		}
	}

	private StoredAppointment known(Recorded event) {
		return Objects.requireNonNull(this.appointments.get(event.text("appointmentId")),
				() -> "never booked: " + event);
	}

	private StoredHours hoursOf(Recorded event) {
		return Objects.requireNonNull(this.hours.get(event.text("doctorId")), () -> "never opened: " + event);
	}

	private void fault(String what, Recorded event) {
		this.faults.add(event + " " + what);
	}

	/** Live, and so in everybody's way. */
	Stream<StoredHold> holdsLiveAt(Instant now) {
		return holds().filter((each) -> each.isLiveAt(now));
	}

}
