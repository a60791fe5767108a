package clinic.daybook.benchmarks.proof;

/** A reader in a process of its own. */
final class ReaderProcess {

	private ReaderProcess() {
	}

	public static void main(String[] words) {
		Reader reader = Reader.start(Reader.Kind.valueOf(words[0]), Contender.valueOf(words[1]), words[2]);
		Child.awaitCall();
		reader.close();
		// Axon's store keeps threads that nobody can end.
		Runtime.getRuntime().halt(0);
	}

}
