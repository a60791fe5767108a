package clinic.daybook.command.scheduling;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * The versions of appointments that were cancelled lately: whoever means one of them as
 * it was before is to learn that it has changed. Only so many, since members may book and
 * cancel as often as they like.
 */
record LatelyCancelled(SequencedMap<UUID, Integer> versions) {

	static final LatelyCancelled NONE = new LatelyCancelled(new LinkedHashMap<>());

	static final int KEPT = 200;

	LatelyCancelled with(UUID appointmentId, int version) {
		SequencedMap<UUID, Integer> changed = new LinkedHashMap<>(this.versions);
		changed.putLast(appointmentId, version);
		if (changed.size() > KEPT) {
			changed.pollFirstEntry();
		}
		return new LatelyCancelled(changed);
	}

	Optional<Integer> versionOf(UUID appointmentId) {
		return Optional.ofNullable(this.versions.get(appointmentId));
	}

}
