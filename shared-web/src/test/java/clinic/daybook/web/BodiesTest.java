package clinic.daybook.web;

import clinic.daybook.api.users.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static clinic.daybook.web.TestServer.getAs;
import static clinic.daybook.web.TestServer.postAs;
import static org.assertj.core.api.Assertions.assertThat;

/** What bodies may be, and how they are answered if they are not. */
class BodiesTest {

	@Test
	void aProperBodyIsTakenAsItIs() {
		JsonNode echo = post("""
				{"name":"Zoë 🩺","count":3,"flag":true,"role":"DOCTOR","id":"018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10",
				"start":"2026-12-01T09:00:00-05:00","date":"2026-12-01","zone":"America/New_York",
				"dayOfWeek":"MONDAY","windows":[{"start":"09:00","end":"12:30:00"}]}""").ok();
		assertThat(echo.path("name").asString()).isEqualTo("Zoë 🩺");
		assertThat(echo.path("start").asString()).isEqualTo("2026-12-01T14:00:00Z");
		assertThat(echo.path("windows").path(0).path("end").asString()).isEqualTo("12:30");
		assertThat(echo.propertyNames()).startsWith("name", "count", "flag");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = { "colour | \"colour\":1", "count | \"count\":\"3\"",
			"count | \"count\":1.5", "count | \"count\":1.0", "count | \"count\":true", "count | \"count\":\"\"",
			"count | \"count\":99999999999", "name | \"name\":5", "name | \"name\":true", "name | \"name\":[\"a\"]",
			"name | \"name\":{}", "name | \"name\":\"a\\u0000b\"", "name | \"name\":\"\\ud83d\"",
			"role | \"role\":\"KING\"", "role | \"role\":\"admin\"", "role | \"role\":1", "role | \"role\":\"\"",
			"id | \"id\":\"1-1-1-1-1\"", "id | \"id\":\"AY87fl1cfB6cHT1fPQt6EA==\"", "id | \"id\":7",
			"start | \"start\":\"2026-12-01T09:00:00\"", "start | \"start\":1700000000",
			"start | \"start\":\"1700000000\"", "start | \"start\":\"2026-12-01\"", "start | \"start\":\"\"",
			"start | \"start\":\"+12026-12-01T09:00:00Z\"", "start | \"start\":\"2026-02-30T09:00:00Z\"",
			"start | \"start\":\"0000-12-31T23:59:59Z\"", "start | \"start\":\"9999-01-01T00:00:00Z\"",
			"start | \"start\":\"9998-12-31T23:59:59-00:01\"", "start | \"start\":\"0001-01-01T00:00:00+00:01\"",
			"date | \"date\":\"0000-12-31\"", "date | \"date\":\"9999-01-01\"", "date | \"date\":\"2026-12-01T00:00\"",
			"date | \"date\":\"2026-02-30\"", "date | \"date\":\"1.12.2026\"", "date | \"date\":[2026,12,1]",
			"date | \"date\":20000", "zone | \"zone\":\"Mars/Phobos\"", "zone | \"zone\":\"+05:00\"",
			"zone | \"zone\":\"UTC+5\"", "dayOfWeek | \"dayOfWeek\":\"Monday\"", "dayOfWeek | \"dayOfWeek\":1",
			"windows | \"windows\":{}", "windows | \"windows\":\"\"", "windows[0] | \"windows\":[3]",
			"windows[1].start | \"windows\":[{},{\"start\":\"9:00\"}]",
			"windows[0].end | \"windows\":[{\"end\":\"24:00\"}]",
			"windows[0].end | \"windows\":[{\"end\":\"09:00:30\"}]", "windows[0].end | \"windows\":[{\"end\":[9,0]}]",
			"windows[0].until | \"windows\":[{\"until\":\"09:00\"}]" })
	void oneWrongThingIsNamed(String field, String member) {
		assertThat(post("{\"flag\":true," + member + "}").invalidField()).isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"flag\":null}", "{}", "{\"flag\":\"true\"}", "{\"flag\":1}", "{\"flag\":\"\"}" })
	void aFlagIsTrueOrFalse(String body) {
		assertThat(post(body).invalidField()).isEqualTo("flag");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "3", "\"text\"", "{", "{\"flag\":true", "{\"flag\":true}}",
			"{\"flag\":true} x", "{flag:true}", "{'flag':true}", "<a/>", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
			"{\"flag\":tru}" })
	void whatIsNoBodyAtAllIsSaidToBe(String body) {
		post(body).problem(ProblemCode.INVALID_REQUEST);
	}

	@Test
	void theSameKeyTwiceIsRefused() {
		post("{\"flag\":true,\"name\":\"a\",\"name\":\"b\"}").problem(ProblemCode.INVALID_REQUEST);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "",
			value = { "{\"first\":{\"start\":\"09:00\"},\"parts\":[]} | ",
					"{\"first\":{\"start\":\"09:00\",\"end\":null},\"parts\":[],\"more\":null} | ", "{} | first parts",
					"{\"first\":null,\"parts\":null} | first parts",
					"{\"first\":{},\"parts\":[null,{\"start\":\"09:00\"},{\"end\":\"10:00\"}]} | "
							+ "first.start parts[0] parts[2].start" })
	void allThatIsMissingIsNamedAtOnce(String body, @Nullable String fields) {
		TestServer.Answer answer = postAs(Role.MEMBER, "/api/things/whole", body);
		if (fields == null) {
			answer.ok();
		}
		else {
			JsonNode errors = answer.problem(ProblemCode.INVALID_REQUEST).path("errors");
			assertThat(errors.valueStream().map((error) -> error.path("field").asString()))
				.containsExactly(fields.split(" "));
			assertThat(errors.valueStream().map((error) -> error.path("message").asString()))
				.containsOnly("is required");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", " { } " })
	void whereNoneIsTakenNothingIsFine(String body) {
		postAs(Role.MEMBER, "/api/things/none", body).ok();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "colour | {\"colour\":1}", "body | {", "body | []", "body | 3", "body | {} {}" })
	void whereNoneIsTakenAnythingIsNamed(String field, String body) {
		assertThat(postAs(Role.MEMBER, "/api/things/none", body).invalidField()).isEqualTo(field);
	}

	@Test
	void timesGoOutWithTheirOffset() {
		JsonNode times = getAs(Role.MEMBER, "/api/things/times").ok();
		assertThat(times.path("start").asString()).isEqualTo("2026-12-01T09:00:00-05:00");
		assertThat(times.path("precise").asString()).isEqualTo("2026-12-01T09:00:00.123456Z");
		assertThat(times.path("time").asString()).isEqualTo("09:00");
		assertThat(times.path("date").asString()).isEqualTo("2026-12-01");
		assertThat(times.path("zone").asString()).isEqualTo("America/New_York");
		assertThat(times.path("instant").asString()).isEqualTo("2026-12-01T09:00:00Z");
		assertThat(times.path("absent").isNull()).isTrue();
	}

	private static TestServer.Answer post(String body) {
		return postAs(Role.MEMBER, "/api/things", body);
	}

}
