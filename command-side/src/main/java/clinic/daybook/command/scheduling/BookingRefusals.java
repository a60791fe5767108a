package clinic.daybook.command.scheduling;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;

/**
 * Puts to people that none of the doctors who were asked could take an appointment: the
 * reason of the one who came furthest, and what is free with any of them.
 */
final class BookingRefusals {

	private static final int SUGGESTIONS = 3;

	private static final List<SlotRule> IN_ORDER = List.of(SlotRule.values());

	private BookingRefusals() {
	}

	/** The problem; without any doctors nobody works at that time. */
	static ProblemException problem(List<RefusedBy> refusals) {
		return switch (refusals.size()) {
			case 0 -> new ProblemException(ProblemCode.OUTSIDE_WORKING_HOURS,
					"No doctor of this department works at that time.", Map.of("nextFreeSlots", List.of()));
			case 1 -> problem(refusals.getFirst());
			default -> ofSeveral(refusals);
		};
	}

	private static ProblemException problem(RefusedBy refusal) {
		return RefusalProblems.problem(refusal.doctorId(), refusal.outcome());
	}

	private static ProblemException ofSeveral(List<RefusedBy> refusals) {
		ProblemException furthest = refusals.stream()
			.max(Comparator.comparingInt((refusal) -> progress(refusal.outcome().refusal())))
			.map(BookingRefusals::problem)
			.orElseThrow();
		List<Offer> offers = refusals.stream()
			.flatMap(BookingRefusals::offers)
			.sorted(Comparator.comparing((Offer offer) -> offer.start().toInstant()).thenComparing(Offer::doctorId))
			.limit(SUGGESTIONS)
			.toList();
		return new ProblemException(furthest.code(), furthest.detail(), Map.of("nextFreeSlots", offers));
	}

	/** How many of the rules an attempt got past: they are tried in order. */
	private static int progress(Refusal refusal) {
		return switch (refusal) {
			case Refusal.SlotRefused slot -> IN_ORDER.indexOf(slot.broken());
			case Refusal.DailyLimitReached limit -> IN_ORDER.size();
			default -> -1;
		};
	}

	private static Stream<Offer> offers(RefusedBy refusal) {
		return (refusal.outcome().schedule() instanceof ScheduleState.Open open)
				? Offer.of(refusal.doctorId(), open.timetable().zone(), slotsOf(refusal.outcome().refusal())).stream()
				: Stream.empty();
	}

	private static List<Interval> slotsOf(Refusal refusal) {
		return switch (refusal) {
			case Refusal.SlotRefused slot -> slot.nextFreeSlots();
			case Refusal.DailyLimitReached limit -> limit.nextFreeSlots();
			default -> List.of();
		};
	}

}
