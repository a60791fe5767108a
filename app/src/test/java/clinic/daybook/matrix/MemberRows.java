package clinic.daybook.matrix;

import java.util.List;

import clinic.daybook.testing.Json;

/** Who is treated. */
final class MemberRows {

	private static final Table TABLE = Table.of("""
			                                    no   bad   its   other  its    other  recep- audi- ad-
			                                    body token membr member doctor doctor tion   tor   min
			POST /admin/members               | 401  401   403   403    403    403    201    403   201
			GET  /admin/members               | 401  401   403   403    403    403    200    403   200
			GET  /admin/members/{id}          | 401  401   403   403    403    403    200    403   200
			""");

	private MemberRows() {
	}

	static List<Row> rows() {
		return TABLE.rows(

				TABLE
					.row("POST /admin/members",
							(world, by) -> Request.of(Json.body("fullName", "Mia Petrova", "email", world.freeEmail(),
									"phone", "030 5550199", "dateOfBirth", "2019-05-04")))
					.fields("fullName*", "email", "phone", "dateOfBirth")
					.blames("fullName", "without a letter in their name", (request) -> request.with("fullName", " "))
					.blames("email", "with an e-mail that is none", (request) -> request.with("email", "nobody"))
					.blames("phone", "with two lines for a phone number",
							(request) -> request.with("phone", "030 1\n030 2"))
					.blames("dateOfBirth", "born on a day that is none",
							(request) -> request.with("dateOfBirth", "2019-02-29"))
					.blames("dateOfBirth", "born in times to come",
							(request) -> request.with("dateOfBirth", "2931-01-06"))
					.blames("dateOfBirth", "born before anybody alive",
							(request) -> request.with("dateOfBirth", "1831-01-06"))
					.blames("password", "with a password", (request) -> request.with("password", "some password"))
					.blames("role", "as anything else", (request) -> request.with("role", "ADMIN"))
					.answers("201", "of whom there is but a name",
							(world, by) -> Request.of(Json.body("fullName", "Mia Petrova")))
					.answers("201", "with an e-mail that somebody logs in with",
							(world, by) -> Request
								.of(Json.body("fullName", "Mia Petrova", "email", world.member().email()))),

				TABLE.row("GET /admin/members", (world, by) -> Request.plain().asking("q=" + world.member().email()))
					.list(),

				TABLE.row("GET /admin/members/{id}", (world, by) -> Request.to(world.member().userId()))
					.answers("200", "who has no login", (world, by) -> Request.to(world.withoutLogin()))
					.answers("404", "who is a doctor", (world, by) -> Request.to(world.doctor().userId())));
	}

}
