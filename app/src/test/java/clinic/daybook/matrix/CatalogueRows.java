package clinic.daybook.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Json;
import org.jspecify.annotations.Nullable;

/** Departments, doctors and who works where. */
final class CatalogueRows {

	private static final Table TABLE = Table.of("""
			                                    no   bad   its   other  its    other  recep- audi- ad-
			                                    body token membr member doctor doctor tion   tor   min
			POST   /admin/departments         | 401  401   403   403    403    403    403    403   201
			PUT    /admin/departments/{id}    | 401  401   403   403    403    403    403    403   200
			DELETE /admin/departments/{id}    | 401  401   403   403    403    403    403    403   204
			GET    /api/departments           | 200  401   200   200    200    200    200    200   200
			GET    /api/departments/{id}      | 200  401   200   200    200    200    200    200   200
			POST   /admin/doctors             | 401  401   403   403    403    403    403    403   201
			POST   /admin/doctors, of account | 401  401   403   403    403    403    403    403   201
			PUT    /admin/doctors/{id}        | 401  401   403   403    403    403    403    403   200
			POST   /admin/assign-doctor       | 401  401   403   403    403    403    403    403   200
			DELETE /admin/assign-doctor       | 401  401   403   403    403    403    403    403   204
			GET    /api/doctors               | 200  401   200   200    200    200    200    200   200
			GET    /api/doctors/{id}          | 200  401   200   200    200    200    200    200   200
			""");

	private CatalogueRows() {
	}

	static List<Row> rows() {
		return TABLE.rows(

				TABLE
					.row("POST /admin/departments",
							(world, by) -> Request
								.of(Json.body("name", world.freeName(), "description", "Third floor")))
					.fields("name*", "description")
					.blames("name", "without a letter in its name", (request) -> request.with("name", " "))
					.answers("409 department-exists", "by a name in use, in capitals",
							(world, by) -> Request
								.of(Json.body("name", world.department().name().toUpperCase(Locale.ROOT)))),

				TABLE
					.row("PUT /admin/departments/{id}",
							(world, by) -> Request.to(world.department().id())
								.sending(Json.body("name", world.freeName(), "description", "Third floor")))
					.fields("name*", "description")
					.answers("409 department-exists", "to a name in use",
							(world, by) -> Request.to(world.department().id())
								.sending(Json.body("name", world.openDepartment().name())))
					.answers("200", "to its own name in capitals",
							(world, by) -> Request.to(world.department().id())
								.sending(Json.body("name", world.department().name().toUpperCase(Locale.ROOT))))
					.answers("404", "once it is closed",
							(world, by) -> Request.to(world.closedDepartment())
								.sending(Json.body("name", world.freeName()))),

				TABLE.row("DELETE /admin/departments/{id}", (world, by) -> Request.to(world.department().id()))
					.answers("409 department-not-empty", "with a doctor in it", (world, by) -> {
						world.department().takesIn(world.doctor()).is(200);
						return Request.to(world.department().id());
					})
					.answers("204", "after its last doctor left", (world, by) -> {
						world.department().takesIn(world.doctor()).is(200);
						world.department().letsGo(world.doctor()).is(204);
						return Request.to(world.department().id());
					})
					.answers("404", "once it is closed", (world, by) -> Request.to(world.closedDepartment())),

				TABLE.row("GET /api/departments", (world, by) -> Request.plain()).list(),

				TABLE.row("GET /api/departments/{id}", (world, by) -> Request.to(world.department().id()))
					.answers("404", "once it is closed", (world, by) -> Request.to(world.closedDepartment())),

				TABLE
					.row("POST /admin/doctors",
							(world, by) -> Request.of(Clinic.onboarding(world.freeEmail(), "Europe/Berlin"))
								.with("departmentId", world.department().id()))
					.fields("email*", "password*", "fullName*", "specialty*", "timeZone*", "departmentId")
					.blames("timeZone", "in a zone that is none", (request) -> request.with("timeZone", "Mars/Olympus"))
					.refuses("404", "in a department that is none",
							(request) -> request.with("departmentId", UUID.randomUUID().toString()))
					.answers("409 email-taken", "with an e-mail in use",
							(world, by) -> Request.of(Clinic.onboarding(world.member().email(), "Europe/Berlin"))),

				TABLE
					.row("POST /admin/doctors, of account",
							(world, by) -> Request.of(ofAccount(world.another("DOCTOR").userId())))
					.fields("userId", "specialty*", "timeZone*", "departmentId")
					.refuses("404", "of nobody", (request) -> request.with("userId", UUID.randomUUID().toString()))
					.answers("404", "of a member without a login",
							(world, by) -> Request.of(ofAccount(world.withoutLogin())))
					.refuses("400", "with an e-mail as well", (request) -> request.with("email", Clinic.anEmail())),

				TABLE
					.row("PUT /admin/doctors/{id}",
							(world, by) -> Request.to(world.doctor().id()).sending(active(true)))
					.fields("fullName*", "specialty*", "active*", "onConflict")
					.blames("onConflict", "with no answer to conflicts",
							(request) -> request.with("onConflict", "SHRUG"))
					.answers("200", "who leaves", (world, by) -> Request.to(world.doctor().id()).sending(active(false)))
					.answers("409 appointments-affected", "who leaves somebody waiting", (world, by) -> leaving(world))
					.answers("409 appointments-affected", "who is not to leave anybody waiting",
							(world, by) -> leaving(world).with("onConflict", "REFUSE"))
					.answers("200", "who comes back for those who are booked",
							(world, by) -> leaving(world).with("onConflict", "KEEP"))
					.answers("200", "who leaves nobody booked",
							(world, by) -> leaving(world).with("onConflict", "CANCEL")),

				TABLE.row("POST /admin/assign-doctor", (world, by) -> Request.of(both(world)))
					.fields("doctorId*", "departmentId*")
					.blames("doctorId", "of a malformed id", (request) -> request.with("doctorId", "17"))
					.blames("departmentId", "to a malformed id", (request) -> request.with("departmentId", "17"))
					.refuses("404", "of nobody", (request) -> request.with("doctorId", UUID.randomUUID().toString()))
					.refuses("404", "to no department",
							(request) -> request.with("departmentId", UUID.randomUUID().toString()))
					.answers("200", "once more", (world, by) -> {
						world.department().takesIn(world.doctor()).is(200);
						return Request.of(both(world));
					})
					.answers("200", "to a second department", (world, by) -> {
						world.openDepartment().takesIn(world.doctor()).is(200);
						return Request.of(both(world));
					}),

				TABLE.row("DELETE /admin/assign-doctor", (world, by) -> {
					world.department().takesIn(world.doctor()).is(200);
					return leavesDepartment(world.doctor().id(), world.department().id());
				})
					.blames("departmentId", "from nowhere",
							(request) -> request.askingOnly("doctorId=" + UUID.randomUUID()))
					.blames("doctorId", "of nobody",
							(request) -> request.askingOnly("departmentId=" + UUID.randomUUID()))
					.blames("doctorId", "of a malformed id",
							(request) -> request.askingOnly("doctorId=17&departmentId=" + UUID.randomUUID()))
					.answers("404", "of an unknown doctor",
							(world, by) -> leavesDepartment(UUID.randomUUID().toString(), world.department().id()))
					.answers("404", "from an unknown department",
							(world, by) -> leavesDepartment(world.doctor().id(), UUID.randomUUID().toString()))
					.answers("204", "who is not in it",
							(world, by) -> leavesDepartment(world.doctor().id(), world.department().id())),

				TABLE
					.row("GET /api/doctors",
							(world, by) -> Request.plain()
								.asking("departmentId=" + world.department().id() + "&q=Noor"))
					.list()
					.blames("departmentId", "of a malformed department",
							(request) -> request.askingOnly("departmentId=17")),

				TABLE.row("GET /api/doctors/{id}", (world, by) -> Request.to(world.doctor().id())));
	}

	private static Map<String, @Nullable Object> ofAccount(String userId) {
		return Json.body("userId", userId, "specialty", "Surgery", "timeZone", "Asia/Tokyo");
	}

	private static Map<String, @Nullable Object> active(boolean active) {
		return Json.body("fullName", "Dr. Noor Haddad", "specialty", "Surgery", "active", active);
	}

	private static Request leaving(World world) {
		world.booked();
		return Request.to(world.doctor().id()).sending(active(false));
	}

	private static Map<String, @Nullable Object> both(World world) {
		return Json.body("doctorId", world.doctor().id(), "departmentId", world.department().id());
	}

	private static Request leavesDepartment(String doctorId, String departmentId) {
		return Request.plain().asking("doctorId=" + doctorId + "&departmentId=" + departmentId);
	}

}
