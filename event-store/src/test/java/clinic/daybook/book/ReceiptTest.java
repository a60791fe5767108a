package clinic.daybook.book;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReceiptTest {

	@AutoClose
	private final TestBook book = new TestBook();

	@Test
	void tellsThePositionOfTheLastEvent() {
		this.book.append(noted("l-1", 0));

		Receipt<String> receipt = Receipt.of(() -> {
			this.book.append(noted("l-2", 0), noted("l-2", 1));
			this.book.append(noted("l-3", 0));
			return "answer";
		});

		assertThat(receipt.answer()).isEqualTo("answer");
		assertThat(receipt.position()).hasValue(4);
	}

	@Test
	void isEmptyWhenNothingWasWritten() {
		assertThat(Receipt.of(() -> "answer").position()).isEmpty();
	}

	@Test
	void oneInsideAnotherCountsForBoth() {
		Receipt<Receipt<String>> outer = Receipt.of(() -> Receipt.of(() -> {
			this.book.append(noted("l-1", 0));
			return "";
		}));

		assertThat(outer.position()).hasValue(1);
		assertThat(outer.answer().position()).hasValue(1);
	}

	@Test
	void nothingIsLeftBehindByWhatFails() {
		assertThatIllegalStateException().isThrownBy(() -> Receipt.of(() -> {
			this.book.append(noted("l-1", 0));
			throw new IllegalStateException("after the append");
		}));

		assertThat(Receipt.of(() -> "").position()).isEmpty();
	}

}
