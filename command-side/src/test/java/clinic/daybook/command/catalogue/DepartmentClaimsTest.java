package clinic.daybook.command.catalogue;

import java.util.UUID;

import clinic.daybook.api.departments.DepartmentEvent.DepartmentClosed;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentOpened;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentRenamed;
import clinic.daybook.api.departments.DepartmentEvent.DoctorAssigned;
import clinic.daybook.book.ClaimChange.Release;
import clinic.daybook.book.ClaimChange.Take;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DepartmentClaimsTest {

	private static final UUID ID = UUID.randomUUID();

	@ParameterizedTest
	@CsvSource({ "Surgery,surgery", "SURGERY,surgery", "Straße,strasse", "STRASSE,strasse", "Ärzte,ärzte",
			"A\u0308rzte,ärzte" })
	void aNameIsClaimedInAnyCase(String name, String key) {
		assertThat(DepartmentClaims.claimsOf(new DepartmentOpened(ID, name, null)))
			.containsExactly(new Take("department-name", key, null, ID.toString()));
	}

	/** The former name goes first, since it may be the new one in another case. */
	@Test
	void aNewNameTakesThePlaceOfTheFormerOne() {
		assertThat(DepartmentClaims.claimsOf(new DepartmentRenamed(ID, "Surgery", "SURGERY", null))).containsExactly(
				new Release("department-name", "surgery", ID.toString()),
				new Take("department-name", "surgery", null, ID.toString()));
	}

	@Test
	void aClosedDepartmentGivesItsNameBack() {
		assertThat(DepartmentClaims.claimsOf(new DepartmentClosed(ID, "Surgery")))
			.containsExactly(new Release("department-name", "surgery", ID.toString()));
	}

	@Test
	void whoIsInItClaimsNothing() {
		assertThat(DepartmentClaims.claimsOf(new DoctorAssigned(ID, UUID.randomUUID()))).isEmpty();
	}

}
