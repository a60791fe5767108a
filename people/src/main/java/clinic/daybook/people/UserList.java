package clinic.daybook.people;

import java.util.List;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Limits;
import clinic.daybook.web.NameCursor;
import clinic.daybook.web.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody with a login, by name. */
@Component
class UserList {

	private static final String LIST = "users";

	private final JdbcClient jdbc;

	UserList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One page of those who have the text in their name or e-mail, and the role. */
	Page<Person> page(@Nullable String text, @Nullable Role role, Limits limits) {
		NameCursor after = NameCursor.of(LIST, limits);
		List<Person> rows = this.jdbc.sql("""
				SELECT id, full_name, email, phone, role, enabled, doctor_id FROM people.account
				WHERE password_hash IS NOT NULL
				AND (CAST(:role AS text) IS NULL OR role = :role)
				AND (CAST(:text AS text) IS NULL OR position(lower(:text) IN lower(full_name)) > 0
					OR position(lower(:text) IN email) > 0)
				AND (full_name, id) > (:afterName, :afterId)
				ORDER BY full_name, id
				LIMIT :limit
				""")
			.param("role", (role != null) ? role.name() : null)
			.param("text", (text != null && !text.isBlank()) ? text.strip() : null)
			.param("afterName", after.name())
			.param("afterId", after.id())
			.param("limit", limits.limit() + 1)
			.query((row, number) -> new Person(row.getObject("id", UUID.class), row.getString("full_name"),
					row.getString("email"), row.getString("phone"), Role.valueOf(row.getString("role")),
					row.getBoolean("enabled"), row.getObject("doctor_id", UUID.class)))
			.list();
		return Page.of(rows, limits, (last) -> NameCursor.encode(LIST, last.fullName(), last.userId()));
	}

}
