package clinic.daybook.book;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Events for the tests: the book must not need to know what they mean. */
sealed interface Ledger {

	record Opened(String owner, ZoneId zone) implements Ledger {
	}

	record Noted(String text, Instant when, int amount, @Nullable String remark, List<String> tags) implements Ledger {

		/** Looks like a property and is none. */
		public boolean isLarge() {
			return this.amount > 1000;
		}

		public String getSummary() {
			return this.text + this.amount;
		}

	}

	/** One level further down. */
	sealed interface Hour extends Ledger {

		record Reserved(String who, Instant start, Instant end, String id) implements Hour {
		}

		record Freed(String who, String id) implements Hour {
		}

		record Moved(String who, Instant start, Instant end, String id) implements Hour {
		}

	}

	record Named(String name) implements Ledger {
	}

	record Unnamed(String name) implements Ledger {
	}

}
