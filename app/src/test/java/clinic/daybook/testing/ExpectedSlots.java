package clinic.daybook.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The contract's grid, told once more and independently of the application: every slot a
 * window that starts on a date yields, in order.
 */
public final class ExpectedSlots {

	private ExpectedSlots() {
	}

	public static List<OffsetDateTime> of(ZoneId zone, LocalDate date, String start, String end, int slotMinutes) {
		LocalDateTime opens = date.atTime(LocalTime.parse(start));
		LocalDateTime closes = date.atTime(LocalTime.parse(end));
		if (!closes.isAfter(opens)) {
			closes = closes.plusDays(1);
		}
		List<OffsetDateTime> slots = new ArrayList<>();
		Instant busyUntil = Instant.MIN;
		for (LocalDateTime local = opens; !local.plusMinutes(slotMinutes).isAfter(closes); local = local
			.plusMinutes(slotMinutes)) {
			List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
			if (offsets.isEmpty()) {
				continue;
			}
			OffsetDateTime slot = local.atOffset(offsets.get(0));
			if (!slot.toInstant().isBefore(busyUntil)) {
				slots.add(slot);
				busyUntil = slot.toInstant().plus(Duration.ofMinutes(slotMinutes));
			}
		}
		return slots;
	}

}
