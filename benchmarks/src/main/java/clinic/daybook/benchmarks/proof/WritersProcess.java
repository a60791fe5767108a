package clinic.daybook.benchmarks.proof;

/** Writers in a process of their own. */
final class WritersProcess {

	private WritersProcess() {
	}

	public static void main(String[] words) throws Exception {
		try (Writers writers = Writers.start(WritersTask.of(words))) {
			Thread.ofPlatform().daemon().start(() -> {
				Child.awaitCall();
				writers.callOff();
			});
			writers.await();
		}
	}

}
