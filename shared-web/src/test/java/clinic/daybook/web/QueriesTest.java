package clinic.daybook.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static clinic.daybook.web.TestServer.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Paths, query parameters and paging. */
class QueriesTest {

	@ParameterizedTest
	@CsvSource({ "limit=0, limit", "limit=101, limit", "limit=ten, limit", "limit=, limit", "limit=-1, limit",
			"limit=1.5, limit", "limit=1&limit=2, limit", "colour=red, colour", "Limit=5, Limit",
			"departmentId=1-1-1-1-1, departmentId", "departmentId=x, departmentId", "from=tomorrow, from",
			"from=2026-02-30, from", "from=01/12/2026, from", "at=2026-12-01T09:00:00, at", "at=1700000000, at",
			"role=KING, role", "q=1&q=2, q", "from=0000-12-31, from", "from=9999-01-01, from",
			"at=0000-12-31T23:59:59Z, at", "at=9999-01-01T00:00:00Z, at", "at=0001-01-01T00:00:00%2B00:01, at",
			"at=9998-12-31T23:59:59-00:01, at", "at=9999-01-01T00:00:00%2B18:00, at", "role=, role", "role, role",
			"role=%20, role", "role=+, role", "from=, from", "at=%20%09, at", "departmentId, departmentId",
			"roles=, roles", "roles=ADMIN&roles=, roles", "roles, roles" })
	void oneWrongParameterIsNamed(String query, String field) {
		assertThat(get("/api/doctors?" + query).invalidField()).isEqualTo(field);
	}

	@Test
	void properOnesAreRead() {
		assertThat(get("/api/doctors?limit=100&from=2026-12-01&at=2026-12-01T09:00:00%2B01:00&q=a+b&role=DOCTOR").ok()
			.toString()).contains("2026-12-01", "2026-12-01T08:00:00Z", "a b", "100");
	}

	@ParameterizedTest
	@CsvSource({ "from=0001-01-01, 0001-01-01", "from=9998-12-31, 9998-12-31",
			"at=0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z", "at=9998-12-31T23:59:59Z, 9998-12-31T23:59:59Z" })
	void theFirstAndTheLastDayAreRead(String query, String read) {
		assertThat(get("/api/doctors?" + query).ok().toString()).contains(read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=", "q", "q=%20", "" })
	void aBlankTextIsAText(String query) {
		get("/api/doctors?" + query).ok();
	}

	@Test
	void aPlusThatNobodyEncodedIsUnderstood() {
		assertThat(get("/api/doctors?at=2026-12-01T09:00:00+01:00").ok().toString()).contains("2026-12-01T08:00:00Z");
	}

	@Test
	void thePageSizeHasADefault() {
		assertThat(get("/api/doctors").ok().path("items").path(3).asString()).isEqualTo("20");
		assertThat(get("/api/doctors").ok().path("next").isNull()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1-1-1-1-1", "x", "018f3b7e5d5c7c1e9c1d3d5f3d0b7a10" })
	void anIdIsAUuidOrInvalid(String id) {
		assertThat(get("/api/doctors/" + id).invalidField()).isEqualTo("id");
	}

	@Test
	void cursorsComeBackAsTheyWere() {
		String cursor = Cursor.encode("people", "Zoë, Dr.", "", "018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10");
		assertThat(cursor).matches("[A-Za-z0-9_-]+");
		assertThat(Cursor.decode("people", cursor, 3)).containsExactly("Zoë, Dr.", "",
				"018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "@@@", "gICAgA", "AAAA" })
	void madeUpCursorsAreRefused(String cursor) {
		refused(() -> Cursor.decode("times", cursor, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "12", "123", "Zoë" })
	void changedCursorsAreRefused(String part) {
		String cursor = Cursor.encode("times", "2026-12-01T09:00:00Z", part);
		Stream
			.of(cursor.substring(0, cursor.length() - 1), cursor.substring(0, cursor.length() - 2), cursor + "A",
					cursor + "=", cursor + "==", cursor + cursor, " " + cursor)
			.forEach(this::madeUpCursorsAreRefused);
		char last = cursor.charAt(cursor.length() - 1);
		madeUpCursorsAreRefused(cursor.substring(0, cursor.length() - 1) + (char) (last + 1));
	}

	@Test
	void cursorsOfAnotherListOrAnotherKeyAreRefused() {
		String cursor = Cursor.encode("people", "Zoë", "1");
		for (String list : List.of("", "peopl", "people ", "times")) {
			refused(() -> Cursor.decode(list, cursor, 2));
		}
		refused(() -> Cursor.decode("people", cursor, 1));
		refused(() -> Cursor.decode("people", cursor, 3));
	}

	@Test
	void aPlaceInAListByNameComesBack() {
		UUID id = UUID.randomUUID();
		assertThat(NameCursor.of("people", new Limits(1, NameCursor.encode("people", "Zoë", id))))
			.isEqualTo(new NameCursor("Zoë", id));
		refused(() -> NameCursor.of("things", new Limits(1, NameCursor.encode("people", "Zoë", id))));
		refused(() -> NameCursor.of("people", new Limits(1, Cursor.encode("people", "Zoë", "1-1-1-1-1"))));
	}

	@Test
	void aCursorsTimeComesBack() {
		Instant time = Instant.parse("2026-12-01T09:00:00.123456Z");
		assertThat(Cursor.instant(time.toString())).isEqualTo(time);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "0000-12-31T23:59:59Z", "9999-01-01T00:00:00Z",
			"-1000000000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "2026-12-01T09:00:00+00:00", "2026-12-01T09:00Z",
			"2026-12-01T09:00:00.0Z", "2026-12-01t09:00:00z" })
	void aCursorsTimeIsOneThatTheClinicCanHaveAndWrittenAsWeWriteIt(String part) {
		refused(() -> Cursor.instant(part));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "1-1-1-1-1", "018F3B7E-5D5C-7C1E-9C1D-3D5F3D0B7A10",
			"018f3b7e5d5c7c1e9c1d3d5f3d0b7a10", "018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10 " })
	void aCursorsIdIsWrittenAsWeWriteIt(String part) {
		refused(() -> Cursor.uuid(part));
	}

	@Test
	void aPageKnowsWhetherThereIsAnother() {
		Limits two = new Limits(2, null);
		assertThat(Page.of(List.of("a", "b"), two, String::toUpperCase).next()).isNull();
		Page<String> first = Page.of(List.of("a", "b", "c"), two, String::toUpperCase);
		assertThat(first.items()).containsExactly("a", "b");
		assertThat(first.next()).isEqualTo("B");
	}

	private static void refused(ThrowingCallable reading) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(reading)
			.satisfies((ex) -> assertThat(ex.errors()).extracting(FieldError::field).containsExactly("after"));
	}

}
