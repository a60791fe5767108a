package clinic.daybook.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.doctors.DoctorEvent;
import clinic.daybook.api.doctors.DoctorEvent.DoctorOnboarded;
import clinic.daybook.api.users.Role;
import clinic.daybook.api.users.UserEvent.UserRegistered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionTest {

	private static final UUID ONE = UUID.randomUUID();

	private static final UUID OTHER = UUID.randomUUID();

	private final Specialties specialties = new Specialties();

	private final Specialties same = new Specialties();

	private final List<ReadModel<?, ?>> both = List.of(this.specialties, this.same);

	@Test
	void aBatchIsLoadedOnceFoldedInOrderAndSavedOnce() {
		handle(onboarded(ONE, "Cardiology"), registered(), onboarded(OTHER, "Neurology"), onboarded(ONE, "Surgery"));

		assertThat(this.specialties.loads).containsExactly(Set.of(ONE, OTHER));
		assertThat(this.specialties.saves).containsExactly(2);
		assertThat(this.specialties.rows.get(ONE)).extracting(DoctorOnboarded::specialty)
			.isEqualTo("Cardiology, Surgery");
		assertThat(this.specialties.rows.get(OTHER)).extracting(DoctorOnboarded::specialty).isEqualTo("Neurology");
	}

	@Test
	void theNextBatchGoesOnFromTheRowsOfTheLast() {
		handle(onboarded(ONE, "Cardiology"));
		handle(onboarded(ONE, "Surgery"));

		assertThat(this.specialties.rows.get(ONE)).extracting(DoctorOnboarded::specialty)
			.isEqualTo("Cardiology, Surgery");
	}

	@Test
	void aBatchOfNoUseToTheReadModelLeavesTheDatabaseAlone() {
		handle(registered());

		assertThat(this.specialties.loads).isEmpty();
		assertThat(this.specialties.saves).isEmpty();
	}

	@Test
	void readModelsOfOneNameAreWrittenInOneBatch() {
		handle(onboarded(ONE, "Cardiology"), onboarded(OTHER, "Neurology"));

		assertThat(this.same.rows).isEqualTo(this.specialties.rows).hasSize(2);
		assertThat(this.same.saves).containsExactly(2);
	}

	private void handle(DaybookEvent... events) {
		TestBatch.of(Stream.of(events).map((event) -> new TestBatch.Recorded(event, Instant.EPOCH)).toList())
			.into(this.both);
	}

	private static DoctorOnboarded onboarded(UUID doctorId, String specialty) {
		return new DoctorOnboarded(doctorId, doctorId, specialty);
	}

	private static UserRegistered registered() {
		return new UserRegistered(UUID.randomUUID(), Role.MEMBER);
	}

	private static final class Specialties implements ReadModel<UUID, DoctorOnboarded> {

		private final Map<UUID, DoctorOnboarded> rows = new HashMap<>();

		private final List<Set<UUID>> loads = new ArrayList<>();

		private final List<Integer> saves = new ArrayList<>();

		@Override
		public String name() {
			return "specialties";
		}

		@Override
		public Optional<UUID> keyOf(DaybookEvent event) {
			return (event instanceof DoctorEvent doctor) ? Optional.of(doctor.doctorId()) : Optional.empty();
		}

		@Override
		public @Nullable DoctorOnboarded fold(@Nullable DoctorOnboarded row, DaybookEvent event, Instant at) {
			DoctorOnboarded onboarded = (DoctorOnboarded) event;
			return (row == null) ? onboarded
					: onboarded(row.doctorId(), row.specialty() + ", " + onboarded.specialty());
		}

		@Override
		public Map<UUID, DoctorOnboarded> load(Set<UUID> keys) {
			this.loads.add(Set.copyOf(keys));
			Map<UUID, DoctorOnboarded> found = new HashMap<>(this.rows);
			found.keySet().retainAll(keys);
			return found;
		}

		@Override
		public void save(Collection<DoctorOnboarded> changed) {
			this.saves.add(changed.size());
			changed.forEach((row) -> this.rows.put(row.doctorId(), row));
		}

		@Override
		public void clear() {
			this.rows.clear();
		}

	}

}
