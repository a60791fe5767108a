package clinic.daybook.query.catalogue;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which doctors a list is of.
 *
 * @param specialty the whole of it, in any case
 * @param q a part of the name, in any case
 * @param doctorId this one alone
 */
public record DoctorFilter(@Nullable UUID departmentId, @Nullable String specialty, @Nullable String q,
		@Nullable UUID doctorId) {

	/** What has to hold besides, as SQL. */
	String conditions(Map<String, Object> params) {
		StringBuilder conditions = new StringBuilder();
		if (this.departmentId != null) {
			conditions.append("""
					 and exists (select from read.department
					   where department_id = :department and open and doctors @> array[d.doctor_id])
					""");
			params.put("department", this.departmentId);
		}
		if (this.specialty != null) {
			conditions.append(" and lower(d.specialty) = lower(:specialty)");
			params.put("specialty", this.specialty.strip());
		}
		if (this.q != null) {
			conditions.append(" and strpos(lower(a.full_name), lower(:q)) > 0");
			params.put("q", this.q.strip());
		}
		if (this.doctorId != null) {
			conditions.append(" and d.doctor_id = :doctor");
			params.put("doctor", this.doctorId);
		}
		return conditions.toString();
	}

}
