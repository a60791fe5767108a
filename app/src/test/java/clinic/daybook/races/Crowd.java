package clinic.daybook.races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do something at the same moment. */
final class Crowd {

	private Crowd() {
	}

	/** What each of them got, in the order of the deeds. */
	static <T> List<T> atOnce(List<Callable<T>> deeds) {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> running = new ArrayList<>();
			for (Callable<T> deed : deeds) {
				running.add(crowd.submit(() -> {
					start.await();
					return deed.call();
				}));
			}
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
