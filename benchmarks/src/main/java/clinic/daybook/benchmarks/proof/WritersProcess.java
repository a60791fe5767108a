package clinic.daybook.benchmarks.proof;

/** Writers in a process of their own. */
final class WritersProcess {

	private WritersProcess() {
	}

	public static void main(String[] words) throws Exception {
		// Whoever started it must not leave it behind.
		Thread.ofPlatform().daemon().start(() -> {
			Child.awaitCall();
			Runtime.getRuntime().halt(1);
		});
		try (Writers writers = Writers.start(WritersTask.of(words))) {
			writers.await();
		}
	}

}
