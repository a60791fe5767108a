package clinic.daybook.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import clinic.daybook.web.Limits;
import clinic.daybook.web.NameCursor;
import clinic.daybook.web.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who is treated, with a login or without, by name. */
@Component
class MemberList {

	private static final String LIST = "members";

	private static final Pattern PHONE = Pattern.compile("[0-9 +()/.-]*[0-9][0-9 +()/.-]*");

	private final JdbcClient jdbc;

	MemberList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Member> find(UUID memberId) {
		return this.jdbc.sql("""
				SELECT id, full_name, email, phone, date_of_birth, password_hash IS NOT NULL AS has_login
				FROM people.account
				WHERE role = 'MEMBER' AND id = :id
				""").param("id", memberId).query(MemberList::member).optional();
	}

	/** One page of those who have the text in their name, e-mail or phone number. */
	Page<Member> page(@Nullable String text, Limits limits) {
		NameCursor after = NameCursor.of(LIST, limits);
		@Nullable String wanted = (text != null && !text.isBlank()) ? text.strip() : null;
		List<Member> rows = this.jdbc.sql("""
				SELECT id, full_name, email, phone, date_of_birth, password_hash IS NOT NULL AS has_login
				FROM people.account
				WHERE role = 'MEMBER'
				AND (CAST(:text AS text) IS NULL OR position(lower(:text) IN lower(full_name)) > 0
					OR position(lower(:text) IN email) > 0 OR position(lower(:text) IN lower(phone)) > 0
					OR position(CAST(:digits AS text) IN regexp_replace(phone, '[^0-9]', '', 'g')) > 0)
				AND (full_name, id) > (:afterName, :afterId)
				ORDER BY full_name, id
				LIMIT :limit
				""")
			.param("text", wanted)
			.param("digits", digits(wanted))
			.param("afterName", after.name())
			.param("afterId", after.id())
			.param("limit", limits.limit() + 1)
			.query(MemberList::member)
			.list();
		return Page.of(rows, limits, (last) -> NameCursor.encode(LIST, last.fullName(), last.memberId()));
	}

	// A number is read out or displayed with other gaps than it was written down with.
	private static @Nullable String digits(@Nullable String wanted) {
		return (wanted != null && PHONE.matcher(wanted).matches()) ? wanted.replaceAll("[^0-9]", "") : null;
	}

	private static Member member(ResultSet row, int number) throws SQLException {
		return new Member(row.getObject("id", UUID.class), row.getString("full_name"), row.getString("email"),
				row.getString("phone"), row.getObject("date_of_birth", LocalDate.class), row.getBoolean("has_login"));
	}

}
