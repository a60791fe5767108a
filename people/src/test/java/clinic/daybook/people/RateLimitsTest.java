package clinic.daybook.people;

import java.util.Optional;
import java.util.UUID;

import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How often is too often, and for whom. */
class RateLimitsTest {

	private final RateLimits limits = new RateLimits(true);

	@Test
	void guessingAtOneAccountIsStoppedWhereItComesFrom() {
		times(10, () -> this.limits.login("victim@clinic.example", "203.0.113.7"));
		refused(() -> this.limits.login("victim@clinic.example", "203.0.113.7"));
		this.limits.login("victim@clinic.example", "203.0.113.8");
		this.limits.login("other@clinic.example", "203.0.113.7");
	}

	@Test
	void guessingAtManyAccountsIsStoppedToo() {
		for (int i = 0; i < 60; i++) {
			this.limits.login(i + "@clinic.example", "203.0.113.7");
		}
		refused(() -> this.limits.login("another@clinic.example", "203.0.113.7"));
		this.limits.login("another@clinic.example", "203.0.113.8");
	}

	@Test
	void aClinicBehindOneAddressLogsIn() {
		for (int i = 0; i < 300; i++) {
			this.limits.login(i + "@clinic.example", "203.0.113.7");
			this.limits.loggedIn("203.0.113.7");
		}
		refused(() -> this.limits.login("another@clinic.example", "203.0.113.7"));
	}

	@Test
	void loggingInGivesNoMoreGuesses() {
		times(5, () -> this.limits.loggedIn("203.0.113.7"));
		guessingAtManyAccountsIsStoppedToo();
	}

	@Test
	void aDeviceThatKeepsTryingLocksNobodyElseOut() {
		times(10, () -> this.limits.login("device@clinic.example", "203.0.113.7"));
		times(500, () -> refused(() -> this.limits.login("device@clinic.example", "203.0.113.7")));
		this.limits.login("other@clinic.example", "203.0.113.7");
	}

	@Test
	void aDeviceThatKeepsRefreshingLocksNobodyOut() {
		Optional<UUID> devices = Optional.of(UUID.randomUUID());
		times(20, () -> this.limits.refresh(devices, "203.0.113.7"));
		times(500, () -> refused(() -> this.limits.refresh(devices, "203.0.113.7")));
		this.limits.refresh(devices, "203.0.113.8");
		this.limits.refresh(Optional.of(UUID.randomUUID()), "203.0.113.7");
		this.limits.login("other@clinic.example", "203.0.113.7");
	}

	@Test
	void tokensMadeUpAreCountedByAddress() {
		times(150, () -> this.limits.refresh(Optional.of(UUID.randomUUID()), "203.0.113.7"));
		times(150, () -> this.limits.refresh(Optional.empty(), "203.0.113.7"));
		refused(() -> this.limits.refresh(Optional.empty(), "203.0.113.7"));
		refused(() -> this.limits.refresh(Optional.of(UUID.randomUUID()), "203.0.113.7"));
		this.limits.refresh(Optional.empty(), "203.0.113.8");
		this.limits.login("other@clinic.example", "203.0.113.7");
	}

	@Test
	void aSiteOfIpv6CountsAsOne() {
		times(20, () -> this.limits.registration("2001:db8::1"));
		refused(() -> this.limits.registration("2001:db8::ffff:1"));
		this.limits.registration("2001:db8:0:1::1");
	}

	@Test
	void itCanBeSwitchedOff() {
		RateLimits off = new RateLimits(false);
		times(1000, () -> off.login("a@clinic.example", "203.0.113.7"));
		off.loggedIn("203.0.113.7");
	}

	private static void times(int count, Runnable attempt) {
		for (int i = 0; i < count; i++) {
			attempt.run();
		}
	}

	private static void refused(Runnable attempt) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(attempt::run)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ProblemCode.RATE_LIMITED));
	}

}
