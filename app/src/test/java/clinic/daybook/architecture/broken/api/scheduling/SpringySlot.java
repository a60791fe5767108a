package clinic.daybook.architecture.broken.api.scheduling;

import org.springframework.lang.Contract;

public record SpringySlot(int minutes) {

	@Contract("_ -> this")
	public SpringySlot same(int ignored) {
		return this;
	}

}
