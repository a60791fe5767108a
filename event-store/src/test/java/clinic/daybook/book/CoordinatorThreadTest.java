package clinic.daybook.book;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoordinatorThreadTest {

	@AutoClose("shutdownNow")
	private final CoordinatorThread thread = new CoordinatorThread("p");

	@Test
	void whoHasMoreThanWorkersCanTakeComesBackAtOnce() {
		assertThat(this.thread.schedule(() -> {
		}, 100, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS)).isLessThanOrEqualTo(5);
	}

	@Test
	void whatIsDueAtOnceIsNotPutOff() {
		assertThat(this.thread.schedule(() -> {
		}, 0, TimeUnit.MILLISECONDS).getDelay(TimeUnit.NANOSECONDS)).isLessThanOrEqualTo(0);
	}

	@Test
	void longerWaitsStay() {
		ScheduledFuture<?> later = this.thread.schedule(() -> {
		}, 10, TimeUnit.MINUTES);
		assertThat(later.getDelay(TimeUnit.MINUTES)).isGreaterThan(5);
	}

}
