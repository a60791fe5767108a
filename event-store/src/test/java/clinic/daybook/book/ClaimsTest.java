package clinic.daybook.book;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.minute;
import static clinic.daybook.book.TestBook.noted;
import static clinic.daybook.book.TestBook.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClaimsTest {

	@AutoClose
	private final TestBook book = new TestBook();

	private final Claims claims = new Claims(this.book.database, java.time.Clock.systemUTC());

	@Test
	void twoCannotHaveTheSameTime() {
		this.book.append(event("l-1", 0, reserved("ann", 0, 30, "a")));

		assertThatExceptionOfType(ClaimTakenException.class)
			.isThrownBy(() -> this.book.append(noted("l-3", 0), event("l-2", 0, reserved("ann", 29, 40, "b"))))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo("hour"))
			.satisfies((ex) -> assertThat(ex.key()).isEqualTo("ann"))
			.satisfies((ex) -> assertThat(ex.getMessage()).as("tells nobody who").doesNotContain("ann"));
		assertThat(this.book.headPosition()).isEqualTo(1);
		assertThat(this.book.count("claim")).isEqualTo(1);
		assertThat(this.book.all()).as("nothing of the request is there").hasSize(1);
	}

	@Test
	void timesThatMeetDoNotOverlapAndOthersAreFree() {
		this.book.append(event("l-1", 0, reserved("ann", 0, 30, "a")));
		this.book.append(event("l-2", 0, reserved("ann", 30, 60, "b")));
		this.book.append(event("l-3", 0, reserved("bob", 0, 30, "c")));

		assertThat(this.claims.overlapping("hour", "ann", new TimeRange(minute(29), minute(31)))).containsExactly(
				new Claim("hour", "ann", new TimeRange(minute(0), minute(30)), "a"),
				new Claim("hour", "ann", new TimeRange(minute(30), minute(60)), "b"));
		assertThat(this.claims.overlapping("hour", "ann", new TimeRange(minute(60), minute(90)))).isEmpty();
	}

	@Test
	void aReleasedTimeIsFreeAgain() {
		this.book.append(event("l-1", 0, reserved("ann", 0, 30, "a")));
		this.book.append(event("l-1", 1, new Ledger.Hour.Freed("ann", "a")));
		this.book.append(event("l-2", 0, reserved("ann", 0, 30, "b")));

		assertThat(this.book.count("claim")).isEqualTo(1);
	}

	@Test
	void aReleaseFreesNobodyElsesTime() {
		this.book.append(event("l-1", 0, reserved("ann", 0, 30, "a")));
		this.book.append(event("l-2", 0, new Ledger.Hour.Freed("ann", "b")));
		this.book.append(event("l-2", 1, new Ledger.Hour.Freed("bob", "a")));

		assertThat(this.book.count("claim")).isEqualTo(1);
	}

	@Test
	void aTimeCanBeMovedOntoItself() {
		this.book.append(event("l-1", 0, reserved("ann", 0, 30, "a")));
		this.book.append(event("l-1", 1, new Ledger.Hour.Moved("ann", minute(15), minute(45), "a")));

		assertThat(this.claims.overlapping("hour", "ann", new TimeRange(minute(0), minute(60))))
			.containsExactly(new Claim("hour", "ann", new TimeRange(minute(15), minute(45)), "a"));
	}

	@Test
	void aMoveThatIsRefusedKeepsTheOldTime() {
		this.book.append(event("l-1", 0, reserved("ann", 0, 30, "a")));
		this.book.append(event("l-2", 0, reserved("ann", 30, 60, "b")));

		assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(
				() -> this.book.append(event("l-1", 1, new Ledger.Hour.Moved("ann", minute(15), minute(45), "a"))));
		assertThat(this.claims.overlapping("hour", "ann", new TimeRange(minute(0), minute(30))))
			.containsExactly(new Claim("hour", "ann", new TimeRange(minute(0), minute(30)), "a"));
	}

	@Test
	void oneRequestCannotTakeTheSameTimeTwice() {
		assertThatExceptionOfType(ClaimTakenException.class).isThrownBy(() -> this.book
			.append(event("l-1", 0, reserved("ann", 0, 30, "a")), event("l-1", 1, reserved("ann", 10, 40, "b"))));
		assertThat(this.book.headPosition()).isZero();
	}

	@Test
	void aNameIsHadByOne() {
		this.book.append(event("l-1", 0, new Ledger.Named("north")));

		assertThatExceptionOfType(ClaimTakenException.class)
			.isThrownBy(() -> this.book.append(event("l-2", 0, new Ledger.Named("north"))));
		assertThat(this.claims.find("name", "north")).contains(new Claim("name", "north", null, "l-1"));
		assertThat(this.claims.find("name", "south")).isEmpty();

		this.book.append(event("l-1", 1, new Ledger.Unnamed("north")), event("l-2", 0, new Ledger.Named("north")));
		assertThat(this.claims.find("name", "north")).contains(new Claim("name", "north", null, "l-2"));
	}

	@Test
	void whoIsStaleIsNotToldOfClaims() {
		this.book.append(event("l-1", 0, reserved("ann", 0, 30, "a")));

		assertThatExceptionOfType(StaleStreamException.class)
			.isThrownBy(() -> this.book.append(event("l-1", 0, reserved("ann", 0, 30, "b"))));
	}

	@Test
	void anAppendThatIsRepeatedDoesNotClashWithItsOwnClaims() {
		var taken = event("l-1", 0, reserved("ann", 0, 30, "a"));
		this.book.append(taken);
		this.book.append(taken);

		assertThat(this.book.count("claim")).isEqualTo(1);
	}

	@Test
	void aRangeHasALength() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TimeRange(minute(5), minute(5)));
	}

}
