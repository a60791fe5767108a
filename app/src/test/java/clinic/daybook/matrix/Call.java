package clinic.daybook.matrix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method and a path with places for ids. */
record Call(String method, String path) {

	private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

	static Call of(String text) {
		String[] parts = text.trim().split(" +");
		if (parts.length != 2) {
			throw new IllegalArgumentException("not a method and a path: " + text);
		}
		return new Call(parts[0], parts[1]);
	}

	int places() {
		return (int) PLACE.matcher(this.path).results().count();
	}

	String pathTo(List<String> ids) {
		if (ids.size() != places()) {
			throw new IllegalArgumentException(this + " has " + places() + " places, not " + ids.size());
		}
		String filled = this.path;
		for (String id : ids) {
			filled = PLACE.matcher(filled).replaceFirst(Matcher.quoteReplacement(id));
		}
		return filled;
	}

	boolean reads() {
		return this.method.equals("GET");
	}

	/** Whether it adds to the book, in which there are neither sessions nor passwords. */
	boolean adds() {
		return !reads() && (this.path.startsWith("/api/") || this.path.startsWith("/admin/"))
				&& !this.path.endsWith("/password");
	}

	/** The same whatever the places are called. */
	Call anonymous() {
		return new Call(this.method, PLACE.matcher(this.path).replaceAll("{}"));
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
