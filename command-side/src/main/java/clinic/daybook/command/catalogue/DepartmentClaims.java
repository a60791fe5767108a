package clinic.daybook.command.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import clinic.daybook.api.departments.DepartmentEvent;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentClosed;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentOpened;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentRenamed;
import clinic.daybook.api.departments.DepartmentEvent.DoctorAssigned;
import clinic.daybook.api.departments.DepartmentEvent.DoctorUnassigned;
import clinic.daybook.book.ClaimChange;
import clinic.daybook.book.ClaimChange.Release;
import clinic.daybook.book.ClaimChange.Take;
import clinic.daybook.book.ClaimRules;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;

/** What a department's events claim beyond their stream: a name that no other has. */
@Component
class DepartmentClaims implements ClaimRules {

	static final String NAME = "department-name";

	@Override
	public List<ClaimChange> claimsOf(DomainEventMessage<?> message) {
		return (message.getPayload() instanceof DepartmentEvent event) ? claimsOf(event) : List.of();
	}

	static List<ClaimChange> claimsOf(DepartmentEvent event) {
		return switch (event) {
			case DepartmentOpened opened -> List.of(take(opened.name(), opened.departmentId()));
			case DepartmentRenamed renamed -> List.of(release(renamed.formerName(), renamed.departmentId()),
					take(renamed.name(), renamed.departmentId()));
			case DepartmentClosed closed -> List.of(release(closed.name(), closed.departmentId()));
			case DoctorAssigned assigned -> List.of();
			case DoctorUnassigned unassigned -> List.of();
		};
	}

	private static ClaimChange take(String name, UUID departmentId) {
		return new Take(NAME, inAnyCase(name), null, departmentId.toString());
	}

	private static ClaimChange release(String name, UUID departmentId) {
		return new Release(NAME, inAnyCase(name), departmentId.toString());
	}

	/** By way of the upper case, since some letters have two lower ones. */
	private static String inAnyCase(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
	}

}
