package clinic.daybook.query.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import clinic.daybook.api.departments.DepartmentEvent;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentClosed;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentOpened;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentRenamed;
import clinic.daybook.api.departments.DepartmentEvent.DoctorAssigned;
import clinic.daybook.api.departments.DepartmentEvent.DoctorUnassigned;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class DepartmentProjectionTest {

	private static final UUID ID = UUID.randomUUID();

	private static final UUID NOOR = new UUID(0, 1);

	private static final UUID GRACE = new UUID(0, 2);

	private static final DepartmentEvent OPENED = new DepartmentOpened(ID, "Surgery", "Knives");

	private final DepartmentProjection projection = new DepartmentProjection(
			JdbcClient.create(PostgresForTests.emptyDatabase()), new Rows());

	@Test
	void aDepartmentIsWhatItWasLastCalled() {
		assertThat(folded(OPENED)).isEqualTo(new DepartmentRow(ID, "Surgery", "Knives", true, new TreeSet<>()));
		assertThat(folded(OPENED, new DepartmentRenamed(ID, "Surgery", "Cardiology", null)))
			.isEqualTo(new DepartmentRow(ID, "Cardiology", null, true, new TreeSet<>()));
	}

	@Test
	void doctorsComeAndGo() {
		assertThat(folded(OPENED, new DoctorAssigned(ID, GRACE), new DoctorAssigned(ID, NOOR)).doctors())
			.containsExactly(NOOR, GRACE);
		assertThat(folded(OPENED, new DoctorAssigned(ID, GRACE), new DoctorAssigned(ID, NOOR),
				new DoctorUnassigned(ID, GRACE))
			.doctors()).containsExactly(NOOR);
	}

	@Test
	void aClosedOneIsNotOpen() {
		assertThat(folded(OPENED, new DepartmentClosed(ID, "Surgery")).open()).isFalse();
	}

	@Test
	void rowsAreReadAsTheyWereWritten() {
		DepartmentRow row = folded(OPENED, new DoctorAssigned(ID, GRACE), new DoctorAssigned(ID, NOOR));
		this.projection.save(List.of(folded(OPENED)));
		this.projection.save(List.of(row));
		DepartmentRow closed = folded(new DepartmentOpened(GRACE, "Ward", null), new DepartmentClosed(GRACE, "Ward"));
		this.projection.save(List.of(closed));

		assertThat(this.projection.load(Set.of(ID, GRACE))).isEqualTo(Map.of(ID, row, GRACE, closed));
	}

	private DepartmentRow folded(DepartmentEvent... events) {
		@Nullable DepartmentRow row = null;
		for (DepartmentEvent event : events) {
			row = this.projection.fold(row, event, Instant.EPOCH);
		}
		assertThat(row).isNotNull();
		return row;
	}

}
