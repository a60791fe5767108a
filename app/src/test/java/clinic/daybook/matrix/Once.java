package clinic.daybook.matrix;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Made when somebody first asks for it, and then always the same. */
final class Once<T> implements Supplier<T> {

	private final Supplier<T> making;

	private @Nullable T made;

	Once(Supplier<T> making) {
		this.making = making;
	}

	@Override
	public T get() {
		T known = this.made;
		if (known == null) {
			known = this.making.get();
			this.made = known;
		}
		return known;
	}

}
