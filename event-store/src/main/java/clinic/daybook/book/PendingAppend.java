package clinic.daybook.book;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An append from when it is asked for until it is answered or its time is up. */
final class PendingAppend {

	private final AppendRequest request;

	private final long deadline;

	private final CompletableFuture<Outcome> answer = new CompletableFuture<>();

	private volatile boolean mayBeWritten;

	private volatile boolean suspect;

	PendingAppend(AppendRequest request, Duration patience) {
		this.request = request;
		this.deadline = System.nanoTime() + patience.toNanos();
	}

	AppendRequest request() {
		return this.request;
	}

	Duration timeLeft() {
		return Duration.ofNanos(this.deadline - System.nanoTime());
	}

	/** A call that carried it broke off, and what it did is not known. */
	void mayBeWritten() {
		this.mayBeWritten = true;
	}

	/** A call that carried it among others failed, and it may be the cause. */
	void isSuspect() {
		this.suspect = true;
	}

	/** Whether it is to be sent without others. */
	boolean goesAlone() {
		return this.suspect;
	}

	void answer(Outcome outcome) {
		this.answer.complete(outcome);
	}

	void fail(RuntimeException failure) {
		this.answer.completeExceptionally(failure);
	}

	/** Ends it while it is not under way. */
	void giveUp(String reason) {
		fail(this.mayBeWritten ? new OutcomeUnknownException() : new BookUnavailableException(reason));
	}

	/** Ends it while it is under way, unless the answer is there by now. */
	void giveUpUnderWay() {
		fail(new OutcomeUnknownException());
	}

	/** Waits for the answer, or until the time is up. */
	Outcome await() throws InterruptedException, TimeoutException {
		try {
			return this.answer.get(Math.max(0, timeLeft().toNanos()), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException(ex.getCause());
		}
	}

}
