package clinic.daybook.testing;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An answer that is not as the document has it is found out. */
class ContractTest {

	private static final String GOOD = """
			{"id":"018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10","at":"2026-12-01T09:00:00Z","note":null}""";

	private static final String PROBLEM = """
			{"code":"slot-taken"}""";

	private static final Map<String, String> TAGGED = Map.of("Content-Type", "application/json;charset=UTF-8", "ETag",
			"\"1\"");

	private final Contract contract = new Contract(Json.read("""
			{"paths":{
			  "/things/{id}":{"get":{"responses":{
			    "200":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}},
			      "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
			    "304":{"headers":{"ETag":{"$ref":"#/components/headers/ETag"}}},
			    "409":{"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"},
			      "examples":{"slot-taken":{}}}}}}}},
			  "/things/special":{"delete":{"responses":{"204":{"headers":{"Consistency-Token":{}}}}}}},
			 "components":{
			  "headers":{"ETag":{"required":true}},
			  "schemas":{
			   "Thing":{"type":"object","additionalProperties":false,"required":["id","at","note"],"properties":{
			     "id":{"type":"string","format":"uuid"},"at":{"type":"string","format":"date-time"},
			     "note":{"type":["string","null"]}}},
			   "Problem":{"type":"object","additionalProperties":false,"required":["code"],
			     "properties":{"code":{"type":"string"}}}}}}
			"""));

	@Test
	void whatIsAsDocumentedIsGood() {
		judge("GET", "/things/1?a=b", 200, TAGGED, GOOD);
		judge("HEAD", "/things/1", 200, TAGGED, "");
		judge("GET", "/things/1", 304, Map.of("ETag", "\"1\""), "");
		judge("GET", "/things/1", 409, problem(), PROBLEM);
		judge("DELETE", "/things/special", 204, Map.of(), "");
		judge("DELETE", "/things/special", 204, Map.of("Consistency-Token", "x"), "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "\"note\":null | \"note\":null,\"more\":1", "\"note\":null | \"note\":7", ",\"note\":null | ",
					"018f3b7e | nonsense", "09:00:00Z | 09:00", "{\"id\" | {id" })
	void aBodyThatIsNotByItsSchemaIsFoundOut(String good, String bad) {
		isFoundOut("GET", "/things/1", 200, TAGGED, GOOD.replace(good.strip(), (bad != null) ? bad.strip() : ""));
	}

	@ParameterizedTest
	@ValueSource(ints = { 201, 404, 500 })
	void aStatusThatIsNotThereIsFoundOut(int status) {
		isFoundOut("GET", "/things/1", status, TAGGED, GOOD);
	}

	@Test
	void aHeaderThatIsMissingOrNotThereIsFoundOut() {
		isFoundOut("GET", "/things/1", 200, Map.of("Content-Type", "application/json"), GOOD);
		isFoundOut("GET", "/things/1", 304, Map.of(), "");
		isFoundOut("DELETE", "/things/special", 204, Map.of("Location", "/things/2"), "");
	}

	@Test
	void anotherMediaTypeIsFoundOut() {
		isFoundOut("GET", "/things/1", 200, Map.of("Content-Type", "text/plain", "ETag", "\"1\""), GOOD);
	}

	@Test
	void aBodyWhereNoneBelongsIsFoundOut() {
		isFoundOut("DELETE", "/things/special", 204, Map.of(), "{}");
	}

	@Test
	void aCodeThatIsNotThereIsFoundOut() {
		isFoundOut("GET", "/things/1", 409, problem(), PROBLEM.replace("taken", "held"));
	}

	@Test
	void anOperationThatIsNotThereIsFoundOut() {
		isFoundOut("GET", "/elsewhere", 200, TAGGED, GOOD);
		isFoundOut("DELETE", "/things/1", 204, Map.of(), "");
		isFoundOut("GET", "/things/1/parts", 200, TAGGED, GOOD);
	}

	@Test
	void whatIsNoOperationMayBeAPageOrAProblem() {
		judge("GET", "/docs", 302, Map.of("Location", "/swagger-ui/index.html"), "");
		judge("GET", "/elsewhere", 404, problem(), PROBLEM);
		judge("DELETE", "/things/1", 405, problem(), PROBLEM);
		isFoundOut("GET", "/elsewhere", 404, problem(), "{\"error\":\"Not Found\"}");
		isFoundOut("DELETE", "/things/1", 405, problem(), "<html>");
	}

	private void isFoundOut(String method, String path, int status, Map<String, String> headers, String body) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> judge(method, path, status, headers, body));
	}

	private void judge(String method, String path, int status, Map<String, String> headers, String body) {
		Map<String, List<String>> all = new HashMap<>();
		headers.forEach((name, value) -> all.put(name, List.of(value)));
		this.contract.judge(new Exchange(method, path, status, HttpHeaders.of(all, (name, value) -> true), body));
	}

	private static Map<String, String> problem() {
		return Map.of("Content-Type", "application/problem+json");
	}

}
