package clinic.daybook.book;

import java.util.OptionalLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * An answer, and how far the book has to be read to see what giving it has written. Only
 * what the supplier appends in its own thread counts, which suits a command bus that
 * handles commands in the caller's thread.
 *
 * @param position of the last event appended; empty if there was none
 */
public record Receipt<T extends @Nullable Object>(T answer, OptionalLong position) {

	private static final ThreadLocal<@Nullable Pad> PAD = new ThreadLocal<>();

	public static <T extends @Nullable Object> Receipt<T> of(Supplier<T> work) {
		Pad outer = PAD.get();
		Pad own = new Pad();
		PAD.set(own);
		try {
			T answer = work.get();
			return new Receipt<>(answer, own.last);
		}
		finally {
			if (outer == null) {
				PAD.remove();
			}
			else {
				PAD.set(outer);
				own.last.ifPresent(outer::note);
			}
		}
	}

	static void note(long position) {
		Pad pad = PAD.get();
		if (pad != null) {
			pad.note(position);
		}
	}

	private static final class Pad {

		private OptionalLong last = OptionalLong.empty();

		private void note(long position) {
			this.last = OptionalLong.of(Math.max(position, this.last.orElse(position)));
		}

	}

}
