package clinic.daybook.query.catalogue;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.departments.DepartmentName;

/** A doctor as everybody may see them. */
record DoctorView(UUID doctorId, String fullName, String specialty, ZoneId timeZone, List<DepartmentName> departments) {

}
