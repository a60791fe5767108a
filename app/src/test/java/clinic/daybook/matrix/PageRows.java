package clinic.daybook.matrix;

import java.util.List;

import clinic.daybook.testing.Json;

/** The demo's clock, and pages that no program needs. */
final class PageRows {

	private static final Table CLOCK = Table.of("""
			                                    no   bad   its   other  its    other  recep- audi- ad-
			                                    body token membr member doctor doctor tion   tor   min
			GET  /demo/clock                  | 200  401   200   200    200    200    200    200   200
			POST /demo/clock                  | 401  401   403   403    403    403    403    403   200
			""");

	/** Not in the OpenAPI document, which describes what programs call. */
	private static final Table PAGES = Table.of("""
			                                    no   bad   its   other  its    other  recep- audi- ad-
			                                    body token membr member doctor doctor tion   tor   min
			GET  /                            | 200  401   200   200    200    200    200    200   200
			GET  /problems/{code}             | 200  401   200   200    200    200    200    200   200
			GET  /v3/api-docs                 | 200  401   200   200    200    200    200    200   200
			GET  /.well-known/jwks.json       | 200  401   200   200    200    200    200    200   200
			GET  /actuator/health/{probe}     | 200  401   200   200    200    200    200    200   200
			""");

	private PageRows() {
	}

	static List<Row> clock() {
		return CLOCK.rows(

				CLOCK.row("GET /demo/clock", (world, by) -> Request.plain()),

				CLOCK.row("POST /demo/clock", (world, by) -> Request.of(Json.body("advance", "PT0.001S")))
					.fields("advance", "now")
					.refuses("400", "to two times at once", (request) -> request.with("now", "2099-01-01T00:00:00Z"))
					.refuses("400", "by nothing", (request) -> request.without("advance"))
					.refuses("409 conflict", "backwards",
							(request) -> Request.of(Json.body("now", "2020-01-01T00:00:00Z"))));
	}

	static List<Row> pages() {
		return PAGES.rows(

				PAGES.page("GET /", (world, by) -> Request.plain()),

				PAGES.page("GET /problems/{code}", (world, by) -> Request.to("slot-taken"))
					.refuses("404", "of no code", (request) -> request.insteadTo("slot-eaten")),

				PAGES.page("GET /v3/api-docs", (world, by) -> Request.plain()),

				PAGES.page("GET /.well-known/jwks.json", (world, by) -> Request.plain()),

				PAGES.page("GET /actuator/health/{probe}", (world, by) -> Request.to("readiness"))
					.answers("200", "if it lives", (world, by) -> Request.to("liveness"))
					.refuses("404", "of nothing", (request) -> request.insteadTo("nothing")));
	}

}
