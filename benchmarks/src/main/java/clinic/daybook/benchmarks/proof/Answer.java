package clinic.daybook.benchmarks.proof;

import java.util.function.Supplier;

import clinic.daybook.book.BookUnavailableException;
import clinic.daybook.book.ClaimTakenException;
import clinic.daybook.book.OutcomeUnknownException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** What a writer was told of an append. Anything else is a defect and ends the run. */
enum Answer {

	/** Written. All others but {@link #UNKNOWN} say that nothing was. */
	ACKNOWLEDGED,

	STALE, CLAIMED, UNAVAILABLE, ROLLED_BACK,

	/** Nobody knows. So it is, too, for a writer that was killed before it was told. */
	UNKNOWN;

	static Answer to(Runnable append) {
		return to(() -> {
			append.run();
			return ACKNOWLEDGED;
		});
	}

	static Answer to(Supplier<Answer> append) {
		try {
			return append.get();
		}
		catch (OutcomeUnknownException ex) {
			return UNKNOWN;
		}
		catch (BookUnavailableException ex) {
			return UNAVAILABLE;
		}
		catch (ClaimTakenException ex) {
			return CLAIMED;
		}
		catch (ConcurrencyException | AggregateStreamCreationException ex) {
			return STALE;
		}
	}

}
