package clinic.daybook.matrix;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A table with a hole in it is none. */
class TableTest {

	private static final String LINE = "GET /wards/{id} | 401 401 403 403 200 404 200 403 200";

	@Test
	void aLineSaysWhatComesOfItForEverybody() {
		Row row = Table.of("who?\n" + LINE).row("GET /wards/{id}", (world, by) -> Request.plain());

		assertThat(row.outcomes().keySet()).containsExactly(Caller.values());
		assertThat(row.outcomes().get(Caller.ANOTHER_DOCTOR)).hasToString("404 not-found");
		assertThat(row.allowed()).containsExactly(Caller.ITS_DOCTOR, Caller.RECEPTION, Caller.ADMIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /wards | 401 401 403 403 200 404 200 403", "GET /wards | ",
			"GET /wards | 200 200 200 200 200 200 200 200 200 200", "GET /wards | 401 401 403 403 200 404 200 403 409",
			"GET /wards | 401 401 403 403 yes 404 200 403 200",
			"GET /wards | 401 401 403 403 200 404 200 403 200\nGET  /wards | 401 401 403 403 200 404 200 403 200" })
	void andNeitherLessNorMoreNorTwice(String lines) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Table.of(lines));
	}

	@Test
	void aLineWithoutARequestIsNamed() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Table.of(LINE).rows())
			.withMessageContaining("GET /wards/{id}");
	}

	@Test
	void aRequestWithoutALineIsNamed() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> Table.of(LINE).row("PUT /wards/{id}", (world, by) -> Request.plain()))
			.withMessageContaining("PUT /wards/{id}");
	}

}
