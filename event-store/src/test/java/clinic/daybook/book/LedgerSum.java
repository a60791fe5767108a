package clinic.daybook.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;

/** What a ledger comes to, for the tests: the amounts noted in it. */
record LedgerSum(int total, List<String> texts) {

	static final LedgerSum NOTHING = new LedgerSum(0, List.of());

	private static final int TEXTS = 3;

	static Optional<LedgerSum> of(Stream<? extends DomainEventMessage<?>> history) {
		LedgerSum sum = NOTHING;
		for (Object each : history.<Object>map(DomainEventMessage::getPayload).toList()) {
			sum = sum.with(each);
		}
		return Optional.of(sum);
	}

	LedgerSum with(Object more) {
		return switch (more) {
			case LedgerSum earlier -> earlier;
			case Ledger.Noted noted -> new LedgerSum(this.total + noted.amount(), lastOf(noted.text()));
			default -> this;
		};
	}

	private List<String> lastOf(String text) {
		List<String> last = new ArrayList<>(this.texts);
		last.add(text);
		return List.copyOf(last.subList(Math.max(0, last.size() - TEXTS), last.size()));
	}

}
