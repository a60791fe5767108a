package clinic.daybook.web;

import java.util.List;
import java.util.UUID;

/** Where a page of a list by name and id begins. */
public record NameCursor(String name, UUID id) {

	/** Before every name there is, since none is empty. */
	private static final NameCursor START = new NameCursor("", new UUID(0, 0));

	/** The place that the client asks for. */
	public static NameCursor of(String list, Limits limits) {
		String after = limits.after();
		if (after == null) {
			return START;
		}
		List<String> key = Cursor.decode(list, after, 2);
		return new NameCursor(key.get(0), Cursor.uuid(key.get(1)));
	}

	public static String encode(String list, String name, UUID id) {
		return Cursor.encode(list, name, id.toString());
	}

}
