package clinic.daybook.query.catalogue;

import java.util.List;
import java.util.UUID;

import clinic.daybook.web.Cursor;
import clinic.daybook.web.Limits;

/** Where a page of a list by name and id begins. */
record NameCursor(String name, UUID id) {

	/** Before every name there is, since none is empty. */
	private static final NameCursor START = new NameCursor("", new UUID(0, 0));

	static NameCursor of(Limits limits) {
		String after = limits.after();
		if (after == null) {
			return START;
		}
		List<String> parts = Cursor.decode(after, 2);
		try {
			return new NameCursor(parts.get(0), UUID.fromString(parts.get(1)));
		}
		catch (IllegalArgumentException ex) {
			throw Cursor.bad();
		}
	}

}
