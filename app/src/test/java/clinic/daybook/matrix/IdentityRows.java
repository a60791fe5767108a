package clinic.daybook.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Json;
import tools.jackson.databind.JsonNode;

import static clinic.daybook.matrix.Caller.ADMIN;

/** Who one is. */
final class IdentityRows {

	private static final Table TABLE = Table.of("""
			                                    no   bad   its   other  its    other  recep- audi- ad-
			                                    body token membr member doctor doctor tion   tor   min
			POST /auth/register               | 201  401   201   201    201    201    201    201   201
			POST /auth/register, as staff     | 403  401   403   403    403    403    403    403   201
			POST /auth/login                  | 200  200   200   200    200    200    200    200   200
			POST /auth/refresh                | 200  200   200   200    200    200    200    200   200
			POST /auth/logout                 | 204  204   204   204    204    204    204    204   204
			POST /auth/password               | 401  401   204   204    204    204    204    204   204
			GET  /auth/me                     | 401  401   200   200    200    200    200    200   200
			PUT  /auth/me                     | 401  401   200   200    200    200    200    200   200
			GET  /admin/users                 | 401  401   403   403    403    403    403    403   200
			GET  /admin/users/{id}            | 401  401   403   403    403    403    403    403   200
			PUT  /admin/users/{id}            | 401  401   403   403    403    403    403    403   200
			POST /admin/users/{id}/password   | 401  401   403   403    403    403    403    403   204
			""");

	private IdentityRows() {
	}

	static List<Row> rows() {
		return TABLE.rows(

				TABLE
					.row("POST /auth/register",
							(world, by) -> Request
								.of(Json.with(Clinic.registration(world.freeEmail()), "phone", "030 5550199")))
					.fields("email*", "password*", "fullName*", "phone", "role")
					.blames("email", "with an e-mail that is none", (request) -> request.with("email", "nobody"))
					.blames("password", "with a password of seven", (request) -> request.with("password", "7 chars"))
					.blames("role", "as what nobody can be", (request) -> request.with("role", "KING"))
					.answers("201", "as a member",
							(world, by) -> Request.of(Clinic.registration(world.freeEmail())).with("role", "MEMBER"))
					.answers("409 email-taken", "with an e-mail in use, in capitals",
							(world, by) -> Request
								.of(Clinic.registration(world.member().email().toUpperCase(Locale.ROOT)))),

				TABLE
					.row("POST /auth/register, as staff",
							(world, by) -> Request.of(Clinic.registration(world.freeEmail())).with("role", "AUDITOR"))
					.answers("409 email-taken", "with an e-mail in use",
							(world, by) -> Request.of(Clinic.registration(world.member().email()))
								.with("role", "ADMIN")),

				TABLE.row("POST /auth/login", (world, by) -> credentials(world.accountOf(by)))
					.fields("email*", "password*")
					.refuses("401 bad-credentials", "with another password",
							(request) -> request.with("password", "some other password"))
					.refuses("401 bad-credentials", "with an e-mail of nobody's",
							(request) -> request.with("email", Clinic.anEmail()))
					.answers("401 bad-credentials", "with an account that is disabled", (world, by) -> {
						Account disabled = world.another("MEMBER");
						disable(world, disabled.userId(), "MEMBER");
						return credentials(disabled);
					}),

				TABLE.row("POST /auth/refresh", (world, by) -> refreshToken(world.refreshTokenOf(world.accountOf(by))))
					.fields("refreshToken*")
					.refuses("401", "with a made-up token", (request) -> request.with("refreshToken", "made up"))
					.answers("401", "with a token used before", (world, by) -> {
						Request request = refreshToken(world.refreshTokenOf(world.member()));
						request.sent(Call.of("POST /auth/refresh"), world.as(Caller.NOBODY)).is(200);
						return request;
					}),

				TABLE.page("POST /auth/logout", (world, by) -> refreshToken(world.refreshTokenOf(world.accountOf(by))))
					.changingWhoAsks()
					.answers("204", "with a made-up token", (world, by) -> refreshToken("made up"))
					.answers("204", "without a token", (world, by) -> Request.plain()),

				TABLE
					.row("POST /auth/password",
							(world, by) -> Request.of(Json.body("currentPassword", world.accountOf(by).password(),
									"newPassword", "another long password 9")))
					.changingWhoAsks()
					.fields("currentPassword*", "newPassword*")
					.blames("newPassword", "with a new one of seven",
							(request) -> request.with("newPassword", "7 chars"))
					.refuses("401 bad-credentials", "with another current one",
							(request) -> request.with("currentPassword", "some other password")),

				TABLE.row("GET /auth/me", (world, by) -> Request.plain()),

				TABLE
					.row("PUT /auth/me",
							(world, by) -> Request.of(Json.body("fullName", "Mina Berg", "phone", "030 5550199")))
					.changingWhoAsks()
					.fields("fullName*", "phone")
					.blames("role", "with a role", (request) -> request.with("role", "ADMIN"))
					.answers("200", "without a phone", (world, by) -> Request.of(Json.body("fullName", "Mina Berg"))),

				TABLE.row("GET /admin/users", (world, by) -> Request.plain().asking("role=MEMBER&q=patients"))
					.list()
					.blames("role", "by what nobody can be", (request) -> request.askingOnly("role=KING")),

				TABLE.row("GET /admin/users/{id}", (world, by) -> Request.to(world.member().userId()))
					.answers("404", "of a member without a login", (world, by) -> Request.to(world.withoutLogin())),

				TABLE.row("PUT /admin/users/{id}", (world, by) -> user(world.member().userId(), "RECEPTION", true))
					.fields("role*", "enabled*")
					.blames("role", "with a role nobody can have", (request) -> request.with("role", "KING"))
					.answers("200", "for a doctor who leaves",
							(world, by) -> user(world.another("DOCTOR").userId(), "DOCTOR", false))
					.answers("404", "for a member without a login",
							(world, by) -> user(world.withoutLogin(), "ADMIN", true))
					.answers("409 last-admin", "for the last admin, to another role", Set.of(ADMIN),
							(world, by) -> user(theOnlyAdmin(world, by), "MEMBER", true))
					.answers("409 last-admin", "for the last admin, to be disabled", Set.of(ADMIN),
							(world, by) -> user(theOnlyAdmin(world, by), "ADMIN", false)),

				TABLE
					.row("POST /admin/users/{id}/password",
							(world, by) -> Request.to(world.member().userId())
								.sending(Json.body("temporaryPassword", "temporary 1")))
					.fields("temporaryPassword*")
					.blames("temporaryPassword", "of seven", (request) -> request.with("temporaryPassword", "7 chars"))
					.answers("404", "for a member without a login", (world, by) -> Request.to(world.withoutLogin())
						.sending(Json.body("temporaryPassword", "temporary 1"))));
	}

	private static Request credentials(Account account) {
		return Request.of(Json.body("email", account.email(), "password", account.password()));
	}

	private static Request refreshToken(String token) {
		return Request.of(Json.body("refreshToken", token));
	}

	private static Request user(String id, String role, boolean enabled) {
		return Request.to(id).sending(Json.body("role", role, "enabled", enabled));
	}

	private static String theOnlyAdmin(World world, Caller by) {
		String only = world.accountOf(by).userId();
		for (JsonNode admin : world.as(by).get("/admin/users?role=ADMIN&limit=100").is(200).items()) {
			String id = admin.get("userId").stringValue();
			if (!id.equals(only) && admin.get("enabled").booleanValue()) {
				disable(world, id, "ADMIN");
			}
		}
		return only;
	}

	private static void disable(World world, String id, String role) {
		world.asChief().put("/admin/users/" + id, Json.body("role", role, "enabled", false)).is(200);
	}

}
