package clinic.daybook.book;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventTypesTest {

	@Test
	void namesAreFoundAtAnyDepth() {
		assertThat(TestBook.TYPES.names()).containsExactlyInAnyOrder("Opened", "Noted", "Reserved", "Freed", "Moved",
				"Named", "Unnamed");
		assertThat(TestBook.TYPES.classNamed("Moved")).isEqualTo(Ledger.Hour.Moved.class);
		assertThat(TestBook.TYPES.classNamed("Gone")).isNull();
	}

	@Test
	void revisionsStartAtOneAndCanRise() {
		EventTypes raised = TestBook.TYPES.withRevision(Ledger.Named.class, "2");

		assertThat(raised.revisionOf(Ledger.Named.class)).isEqualTo("2");
		assertThat(raised.revisionOf(Ledger.Opened.class)).isEqualTo("1");
		assertThat(raised.revisionOf(String.class)).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> raised.withRevision(String.class, "2"));
	}

	@Test
	void twoOfOneNameAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.ofSealed(List.of(Ledger.class, Other.class)))
			.withMessageContaining("Other$Named")
			.withMessageContaining("Ledger$Named");
	}

	@Test
	void whatIsNeitherSealedNorConcreteIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.ofSealed(List.of(Runnable.class)));
		assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.ofSealed(List.of(Open.class)));
	}

	sealed interface Other {

		record Named() implements Other {
		}

	}

	sealed interface Open {

		non-sealed interface Anything extends Open {

		}

	}

}
