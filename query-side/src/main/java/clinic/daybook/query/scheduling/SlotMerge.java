package clinic.daybook.query.scheduling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts many doctors' free slots into one order, and opens no date of any that a page does
 * not reach.
 */
final class SlotMerge {

	private SlotMerge() {
	}

	static List<FreeSlot> firstAfter(SlotPlace place, int most, Collection<Agenda> agendas) {
		PriorityQueue<Agenda> byDue = new PriorityQueue<>(Comparator.comparing(Agenda::due));
		agendas.stream().filter((agenda) -> !agenda.isOver()).forEach(byDue::add);
		List<FreeSlot> slots = new ArrayList<>();
		while (!byDue.isEmpty() && slots.size() < most) {
			Agenda agenda = byDue.remove();
			agenda.step().filter((slot) -> slot.place().compareTo(place) > 0).ifPresent(slots::add);
			if (!agenda.isOver()) {
				byDue.add(agenda);
			}
		}
		return slots;
	}

}
