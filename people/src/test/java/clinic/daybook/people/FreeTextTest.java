package clinic.daybook.people;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static clinic.daybook.people.TestPeople.CLOCK;
import static clinic.daybook.people.TestPeople.jdbc;
import static org.assertj.core.api.Assertions.assertThat;

class FreeTextTest {

	private static final UUID DOCTOR = UUID.randomUUID();

	private final FreeText freeText = new FreeText(new SubjectCipher(new SubjectKeys(jdbc(), CLOCK)));

	@Test
	void whyADoctorIsAwayIsReadByThatDoctorAndAnAdmin() {
		@Nullable String sealed = this.freeText.seal(DOCTOR, "Surgery on my knee");

		assertThat(this.freeText.readableToDoctor(caller(Role.DOCTOR, DOCTOR), DOCTOR, sealed))
			.isEqualTo("Surgery on my knee");
		assertThat(this.freeText.readableToDoctor(caller(Role.DOCTOR, UUID.randomUUID()), DOCTOR, sealed)).isNull();
		Set<Role> others = EnumSet.complementOf(EnumSet.of(Role.DOCTOR));
		assertThat(others.stream()
			.filter((role) -> this.freeText.readableToDoctor(caller(role, null), DOCTOR, sealed) != null)
			.collect(Collectors.toSet())).containsExactly(Role.ADMIN);
	}

	@Test
	void noTextIsReadAsNone() {
		assertThat(this.freeText.readableToDoctor(caller(Role.ADMIN, null), DOCTOR, null)).isNull();
	}

	private static Caller caller(Role role, @Nullable UUID doctorId) {
		return new Caller(UUID.randomUUID(), role, doctorId, UUID.randomUUID(), false);
	}

}
