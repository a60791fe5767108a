package clinic.daybook.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends that wait to be sent, first come, first served. What is taken together shares
 * no stream and no claim key, so that nobody in a call is judged by what is not committed
 * yet.
 */
final class AppendQueue {

	private final AppendLimits limits;

	private final Lock lock = new ReentrantLock();

	private final Condition arrived = this.lock.newCondition();

	private final LinkedHashSet<PendingAppend> waiting = new LinkedHashSet<>();

	private boolean closed;

	AppendQueue(AppendLimits limits) {
		this.limits = limits;
	}

	/**
	 * Takes its place at the end.
	 * @throws BookUnavailableException if there is no room, or nothing is sent any more
	 */
	void add(PendingAppend append) {
		this.lock.lock();
		try {
			if (this.closed) {
				throw new BookUnavailableException("The book is closed");
			}
			if (this.waiting.size() >= this.limits.waiting()) {
				throw new BookUnavailableException("Too many appends are waiting");
			}
			this.waiting.addLast(append);
			this.arrived.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Returns what was taken and not written, in front of all others. */
	void putBack(List<PendingAppend> taken) {
		this.lock.lock();
		try {
			taken.reversed().forEach(this.waiting::addFirst);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** True if it was still waiting; then it won't be sent. */
	boolean withdraw(PendingAppend append) {
		this.lock.lock();
		try {
			return this.waiting.remove(append);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Waits for work; false once there will be none any more. */
	boolean awaitWork() throws InterruptedException {
		this.lock.lock();
		try {
			while (this.waiting.isEmpty() && !this.closed) {
				this.arrived.await();
			}
			return !this.waiting.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Everything that can be sent together now, be it nothing. */
	List<PendingAppend> take() {
		this.lock.lock();
		try {
			return together();
		}
		finally {
			this.lock.unlock();
		}
	}

	private List<PendingAppend> together() {
		List<PendingAppend> together = new ArrayList<>();
		Set<Object> touched = new HashSet<>();
		Iterator<PendingAppend> each = this.waiting.iterator();
		while (each.hasNext() && together.size() < this.limits.together()) {
			PendingAppend append = each.next();
			if (append.timeLeft().compareTo(this.limits.lastMoment()) < 0) {
				each.remove();
				append.giveUp("The book was too busy");
			}
			else if (append.goesAlone()) {
				if (together.isEmpty()) {
					each.remove();
					return List.of(append);
				}
				return together;
			}
			else if (isApartFrom(touched, append.request().touches())) {
				each.remove();
				together.add(append);
			}
		}
		return together;
	}

	/** Who has to wait is in the way of those behind, so that nobody is overtaken. */
	private static boolean isApartFrom(Set<Object> touched, Collection<Object> own) {
		boolean apart = Collections.disjoint(touched, own);
		touched.addAll(own);
		return apart;
	}

	int size() {
		this.lock.lock();
		try {
			return this.waiting.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Nothing is added any more; what waits is still sent. */
	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.arrived.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Ends what is left. */
	void giveUp() {
		this.lock.lock();
		try {
			this.waiting.forEach((append) -> append.giveUp("The book is closed"));
			this.waiting.clear();
		}
		finally {
			this.lock.unlock();
		}
	}

}
