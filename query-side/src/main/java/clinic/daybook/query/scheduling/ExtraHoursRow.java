package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Window;

/** Extra hours as the read model keeps them. */
record ExtraHoursRow(UUID extraHoursId, UUID doctorId, LocalDate onDate, List<Window> windows, int slotMinutes,
		boolean withdrawn) {

	static ExtraHoursRow of(UUID doctorId, ExtraHours opened) {
		return new ExtraHoursRow(opened.extraHoursId(), doctorId, opened.date(), opened.windows(), opened.slotMinutes(),
				false);
	}

	ExtraHoursRow asWithdrawn() {
		return new ExtraHoursRow(this.extraHoursId, this.doctorId, this.onDate, this.windows, this.slotMinutes, true);
	}

	ExtraHours extraHours() {
		return new ExtraHours(this.extraHoursId, this.onDate, this.windows, this.slotMinutes);
	}

}
