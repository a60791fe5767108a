package clinic.daybook.command.scheduling;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who can be booked in a department, for those who book there. */
public interface DoctorsOfDepartment {

	/** The doctors who are in it now; empty if there is no such department. */
	Optional<Set<UUID>> in(UUID departmentId);

}
