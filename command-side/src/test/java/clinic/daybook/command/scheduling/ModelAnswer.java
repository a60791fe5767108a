package clinic.daybook.command.scheduling;

import java.util.List;
import java.util.UUID;

/**
 * What a caller hears.
 *
 * @param code as in the contract; {@code ok} where nothing was refused
 * @param offers the free slots that a refusal names
 * @param affected the appointments that stand in the way of a change
 */
record ModelAnswer(String code, List<ModelSlot> offers, List<UUID> affected) {

	static final ModelAnswer OK = of("ok");

	static ModelAnswer of(String code) {
		return new ModelAnswer(code, List.of(), List.of());
	}

	boolean isOk() {
		return this.code.equals("ok");
	}

}
