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

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.doctors.DoctorEvent;
import clinic.daybook.api.doctors.DoctorEvent.DoctorOnboarded;
import clinic.daybook.api.users.Role;
import clinic.daybook.api.users.UserEvent.UserRegistered;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionTest {

	private static final UUID ONE = UUID.randomUUID();

	private static final UUID OTHER = UUID.randomUUID();

	private final Specialties specialties = new Specialties();

	private final Projection<UUID, DoctorOnboarded> projection = new Projection<>(this.specialties);

	@Test
	void aBatchIsLoadedOnceFoldedInOrderAndSavedOnce() throws Exception {
		handle(onboarded(ONE, "Cardiology"), registered(), onboarded(OTHER, "Neurology"), onboarded(ONE, "Surgery"));

		assertThat(this.specialties.loads).containsExactly(Set.of(ONE, OTHER));
		assertThat(this.specialties.saves).containsExactly(2);
		assertThat(this.specialties.rows.get(ONE)).extracting(DoctorOnboarded::specialty)
			.isEqualTo("Cardiology, Surgery");
		assertThat(this.specialties.rows.get(OTHER)).extracting(DoctorOnboarded::specialty).isEqualTo("Neurology");
	}

	@Test
	void theNextBatchGoesOnFromTheRowsOfTheLast() throws Exception {
		handle(onboarded(ONE, "Cardiology"));
		handle(onboarded(ONE, "Surgery"));

		assertThat(this.specialties.rows.get(ONE)).extracting(DoctorOnboarded::specialty)
			.isEqualTo("Cardiology, Surgery");
	}

	@Test
	void aBatchOfNoUseToTheReadModelLeavesTheDatabaseAlone() throws Exception {
		handle(registered());

		assertThat(this.specialties.loads).isEmpty();
		assertThat(this.specialties.saves).isEmpty();
	}

	private void handle(DaybookEvent... events) throws Exception {
		List<EventMessage<?>> messages = new ArrayList<>();
		for (DaybookEvent event : events) {
			messages.add(GenericEventMessage.asEventMessage(event));
		}
		new BatchingUnitOfWork<>(messages).executeWithResult(() -> {
			DaybookEvent event = (DaybookEvent) CurrentUnitOfWork.get().getMessage().getPayload();
			this.projection.on(event, Instant.EPOCH, CurrentUnitOfWork.get());
			return null;
		});
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
