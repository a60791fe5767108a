package clinic.daybook.book;

/**
 * A record that is stored as a snapshot. Snapshots of another version, and of another
 * {@link RecordShape shape}, are ignored and made anew.
 *
 * @param version to be raised when the same history comes to something else, although in
 * the same shape
 */
public record SnapshotType(Class<? extends Record> type, int version) {

	String revision() {
		return this.version + "-" + RecordShape.of(this.type).fingerprint();
	}

}
