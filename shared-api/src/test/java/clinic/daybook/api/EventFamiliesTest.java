package clinic.daybook.api;

import java.util.List;

import clinic.daybook.api.departments.DepartmentEvent;
import clinic.daybook.api.doctors.DoctorEvent;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.users.UserEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventFamiliesTest {

	@Test
	void everyFamilyIsSealedAndAllOfItsEventsAreRecords() {
		assertThat(EventFamilies.ALL).allSatisfy((family) -> {
			assertThat(family.isSealed()).isTrue();
			assertThat(List.of(family.getPermittedSubclasses())).allMatch(Class::isRecord);
		});
	}

	@Test
	void theFamiliesAreThoseOfTheLanguage() {
		assertThat(EventFamilies.ALL).containsExactlyInAnyOrder(ScheduleEvent.class, DoctorEvent.class,
				DepartmentEvent.class, UserEvent.class);
	}

	@Test
	void noTwoEventsShareASimpleName() {
		assertThat(EventFamilies.ALL.stream()
			.flatMap((family) -> List.of(family.getPermittedSubclasses()).stream())
			.map(Class::getSimpleName)).doesNotHaveDuplicates();
	}

}
