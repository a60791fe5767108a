package clinic.daybook.matrix;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;

import static clinic.daybook.matrix.Caller.DESK;
import static clinic.daybook.matrix.Caller.MEMBERS;

/** Who sees whom, and when. */
final class AppointmentRows {

	private static final Table TABLE = Table.of("""
			                                         no   bad   its   other  its    other  recep- audi- ad-
			                                         body token membr member doctor doctor tion   tor   min
			POST /api/appointments                 | 401  401   201   201    403    403    201    403   201
			POST /api/appointments, of department  | 401  401   201   201    403    403    201    403   201
			POST /api/appointments, of a hold      | 401  401   201   404    403    403    201    403   201
			POST /api/appointments, of a walk-in   | 401  401   403   403    403    403    201    403   201
			POST /api/appointments/holds           | 401  401   201   201    403    403    201    403   201
			DELETE /api/appointments/holds/{id}    | 401  401   204   404    403    403    204    403   204
			POST /api/appointments/{id}/reschedule | 401  401   200   404    200    404    200    403   200
			GET  /api/appointments                 | 401  401   200   200    200    200    200    403   200
			GET  /api/appointments/{id}            | 401  401   200   404    200    404    200    403   200
			POST /api/appointments/{id}/cancel     | 401  401   200   404    200    404    200    403   200
			POST /api/appointments/{id}/check-in   | 401  401   403   403    200    404    200    403   200
			POST /api/appointments/{id}/complete   | 401  401   403   403    200    404    200    403   200
			POST /api/appointments/{id}/no-show    | 401  401   403   403    200    404    200    403   200
			""");

	private static final Set<Caller> WHO_HOLDS = Set.of(Caller.ITS_MEMBER, Caller.RECEPTION, Caller.ADMIN);

	private AppointmentRows() {
	}

	static List<Row> rows() {
		return TABLE.rows(

				TABLE.row("POST /api/appointments", (world, by) -> booking(world, by, world.slot(0)))
					.fields("start*", "doctorId", "departmentId", "reason", "memberId")
					.blames("doctorId", "with a malformed id", (request) -> request.with("doctorId", "17"))
					.blames("start", "at a time without an offset",
							(request) -> request.with("start", "2031-01-06T09:00:00"))
					.refuses("400", "with nobody", (request) -> request.without("doctorId"))
					.refuses("404", "with an unknown doctor",
							(request) -> request.with("doctorId", UUID.randomUUID().toString()))
					.blames("memberId", "for nobody", DESK, (request) -> request.without("memberId"))
					.blames("memberId", "for a malformed id", DESK, (request) -> request.with("memberId", "17"))
					.refuses("404", "for an unknown member", DESK,
							(request) -> request.with("memberId", UUID.randomUUID().toString()))
					.refuses("403", "for another member", MEMBERS,
							(request) -> request.with("memberId", UUID.randomUUID().toString()))
					.answers("409 too-soon", "for a week ago",
							(world, by) -> booking(world, by, world.slot(0).minusWeeks(1)))
					.answers("409 too-far", "beyond the horizon", MEMBERS,
							(world, by) -> booking(world, by, world.slot(0).plusWeeks(53)))
					.answers("201", "beyond the horizon", DESK,
							(world, by) -> booking(world, by, world.slot(0).plusWeeks(53)))
					.answers("409 outside-working-hours", "on a closed day",
							(world, by) -> booking(world, by, world.slot(0).plusDays(1)))
					.answers("409 outside-working-hours", "with a doctor who has left", (world, by) -> {
						world.asChief()
							.put("/admin/doctors/" + world.doctor().id(),
									Json.body("fullName", "Dr. Noor Haddad", "specialty", "Surgery", "active", false))
							.is(200);
						return booking(world, by, world.slot(0));
					})
					.answers("422 not-on-grid", "a minute after a slot begins",
							(world, by) -> booking(world, by, world.slot(0).plusMinutes(1)))
					.answers("409 slot-taken", "of a slot that is taken", (world, by) -> {
						world.books(world.another("MEMBER"), world.doctor(), world.slot(0));
						return booking(world, by, world.slot(0));
					})
					.answers("409 slot-taken", "of a slot they have already", (world, by) -> {
						world.books(patient(world, by), world.doctor(), world.slot(0));
						return booking(world, by, world.slot(0));
					})
					.answers("409 member-busy", "while they see another doctor", (world, by) -> {
						world.books(patient(world, by), world.openDoctor(), world.slot(0));
						return booking(world, by, world.slot(0));
					})
					.answers("409 limit-reached", "for the eleventh time that day", MEMBERS, AppointmentRows::eleventh)
					.answers("201", "for the eleventh time that day", DESK, AppointmentRows::eleventh),

				TABLE.row("POST /api/appointments, of department", (world, by) -> {
					world.department().takesIn(world.doctor()).is(200);
					return ofDepartment(world, by);
				})
					.blames("departmentId", "with a malformed id", (request) -> request.with("departmentId", "17"))
					.refuses("404", "with an unknown department",
							(request) -> request.with("departmentId", UUID.randomUUID().toString()))
					.refuses("400", "with a doctor as well",
							(request) -> request.with("doctorId", UUID.randomUUID().toString()))
					.answers("201", "whose first doctor is taken", (world, by) -> {
						Doctor second = world.openDoctor();
						world.books(world.another("MEMBER"), world.doctor(), world.slot(0));
						world.department().takesIn(world.doctor()).is(200);
						world.department().takesIn(second).is(200);
						return ofDepartment(world, by);
					})
					.answers("409 slot-taken", "whose only doctor is taken", (world, by) -> {
						world.books(world.another("MEMBER"), world.doctor(), world.slot(0));
						world.department().takesIn(world.doctor()).is(200);
						return ofDepartment(world, by);
					}),

				TABLE.row("POST /api/appointments, of a hold", (world, by) -> confirming(world))
					.refuses("404", "that is none", (request) -> request.with("holdId", UUID.randomUUID().toString()))
					.blames("holdId", "with a malformed id", (request) -> request.with("holdId", "17"))
					.refuses("400", "with a doctor as well",
							(request) -> request.with("doctorId", UUID.randomUUID().toString()))
					.answers("409 wrong-state", "that is given up", WHO_HOLDS, (world, by) -> {
						Request confirming = confirming(world);
						world.asChief().delete("/api/appointments/holds/" + world.held()).is(204);
						return confirming;
					}),

				TABLE.row("POST /api/appointments, of a walk-in", (world, by) -> walkIn(world))
					.blames("minutes", "for four minutes", (request) -> request.with("minutes", 4))
					.blames("minutes", "for no time", (request) -> request.without("minutes"))
					.blames("doctorId", "with nobody", (request) -> request.without("doctorId"))
					.blames("memberId", "of nobody", (request) -> request.without("memberId"))
					.blames("start", "some time", (request) -> request.without("start"))
					.answers("409 too-soon", "of an hour ago",
							(world, by) -> walkIn(world).with("start", world.slot(0).minusHours(1)))
					.answers("409 slot-taken", "while somebody is there", (world, by) -> {
						world.books(world.another("MEMBER"), world.doctor(), world.slot(0));
						return walkIn(world);
					}),

				TABLE
					.row("POST /api/appointments/holds",
							(world, by) -> booking(world, by, world.slot(0)).without("reason"))
					.fields("doctorId*", "start*", "memberId")
					.refuses("404", "with an unknown doctor",
							(request) -> request.with("doctorId", UUID.randomUUID().toString()))
					.blames("memberId", "for nobody", DESK, (request) -> request.without("memberId"))
					.refuses("404", "for an unknown member", DESK,
							(request) -> request.with("memberId", UUID.randomUUID().toString()))
					.answers("409 slot-taken", "of a slot that is taken", (world, by) -> {
						world.books(world.another("MEMBER"), world.doctor(), world.slot(0));
						return booking(world, by, world.slot(0)).without("reason");
					})
					.answers("409 slot-held", "of a slot that is held", (world, by) -> {
						world.holds(world.another("MEMBER"), world.slot(0));
						return booking(world, by, world.slot(0)).without("reason");
					})
					.answers("409 member-busy", "while they see another doctor", (world, by) -> {
						world.books(patient(world, by), world.openDoctor(), world.slot(0));
						return booking(world, by, world.slot(0)).without("reason");
					}),

				TABLE.row("DELETE /api/appointments/holds/{id}", (world, by) -> Request.to(world.held()))
					.answers("409 wrong-state", "that is booked", WHO_HOLDS, (world, by) -> {
						confirming(world).sent(Call.of("POST /api/appointments"), world.asChief()).is(201);
						return Request.to(world.held());
					}),

				TABLE
					.row("POST /api/appointments/{id}/reschedule",
							(world, by) -> Request.to(world.booked()).sending(Json.body("start", world.slot(3))))
					.fields("start*", "doctorId")
					.refuses("404", "to an unknown doctor",
							(request) -> request.with("doctorId", UUID.randomUUID().toString()))
					.refuses("412", "as it was before", (request) -> request.saying("If-Match", "\"0\""))
					.answers("200", "as it is",
							(world, by) -> Request.to(world.booked())
								.sending(Json.body("start", world.slot(3)))
								.saying("If-Match", "\"1\""))
					.answers("200", "to another doctor",
							(world, by) -> Request.to(world.booked())
								.sending(Json.body("start", world.slot(0), "doctorId", world.openDoctor().id())))
					.answers("409 slot-taken", "to an hour that is taken", (world, by) -> {
						world.books(world.another("MEMBER"), world.doctor(), world.slot(3));
						return Request.to(world.booked()).sending(Json.body("start", world.slot(3)));
					})
					.answers("409 member-busy", "to an hour at which they see another doctor", (world, by) -> {
						world.books(world.member(), world.openDoctor(), world.slot(3));
						return Request.to(world.booked()).sending(Json.body("start", world.slot(3)));
					})
					.answers("409 wrong-state", "once it is cancelled",
							(world, by) -> Request.to(world.bookedAnd("cancel"))
								.sending(Json.body("start", world.slot(3))))
					.answers("409 wrong-state", "once they have come",
							(world, by) -> Request.to(world.bookedAnd("check-in"))
								.sending(Json.body("start", world.slot(3)))),

				TABLE.row("GET /api/appointments", (world, by) -> {
					world.booked();
					return Request.plain();
				}).list("status=LOST", "from=soon", "to=later", "order=sideways", "doctorId=17", "memberId=17"),

				TABLE.row("GET /api/appointments/{id}", (world, by) -> Request.to(world.booked()))
					.answers("200", "once it is cancelled", (world, by) -> Request.to(world.bookedAnd("cancel")))
					.answers("304", "who has it already",
							(world, by) -> AvailabilityRows.known(world, by, "GET /api/appointments/{id}",
									Request.to(world.booked()))),

				TABLE
					.row("POST /api/appointments/{id}/cancel",
							(world, by) -> Request.to(world.booked()).sending(Json.body("reason", world.reason())))
					.fields("reason")
					.refuses("412", "as it was before", (request) -> request.saying("If-Match", "\"0\""))
					.answers("412", "as it was before, when it is cancelled",
							(world, by) -> Request.to(world.bookedAnd("cancel")).saying("If-Match", "\"0\""))
					.answers("200", "as it is", (world, by) -> Request.to(world.booked()).saying("If-Match", "\"1\""))
					.answers("200", "without a word", (world, by) -> Request.to(world.booked()))
					.answers("409 wrong-state", "once it is cancelled",
							(world, by) -> Request.to(world.bookedAnd("cancel")))
					.answers("409 wrong-state", "once they have come",
							(world, by) -> Request.to(world.bookedAnd("check-in"))),

				TABLE.row("POST /api/appointments/{id}/check-in", (world, by) -> Request.to(world.booked()))
					.fields()
					.refuses("412", "as it was before", (request) -> request.saying("If-Match", "\"0\""))
					.answers("200", "as it is", (world, by) -> Request.to(world.booked()).saying("If-Match", "\"1\""))
					.answers("409 too-soon", "a week before",
							(world, by) -> Request.to(world.bookedAt(world.slot(0).plusWeeks(1))))
					.answers("409 wrong-state", "once they have come",
							(world, by) -> Request.to(world.bookedAnd("check-in")))
					.answers("409 wrong-state", "once it is cancelled",
							(world, by) -> Request.to(world.bookedAnd("cancel"))),

				TABLE
					.row("POST /api/appointments/{id}/complete", (world, by) -> Request.to(world.bookedAnd("check-in")))
					.fields()
					.refuses("412", "as it was before", (request) -> request.saying("If-Match", "\"1\""))
					.answers("200", "as it is",
							(world, by) -> Request.to(world.bookedAnd("check-in")).saying("If-Match", "\"2\""))
					.answers("409 wrong-state", "before they have come", (world, by) -> Request.to(world.booked()))
					.answers("409 wrong-state", "once it is cancelled",
							(world, by) -> Request.to(world.bookedAnd("cancel")))
					.answers("409 wrong-state", "once it is completed",
							(world, by) -> Request.to(world.bookedAnd("check-in", "complete"))),

				TABLE.row("POST /api/appointments/{id}/no-show", (world, by) -> Request.to(world.begun()))
					.fields()
					.refuses("412", "as it was before", (request) -> request.saying("If-Match", "\"0\""))
					.answers("200", "as it is", (world, by) -> Request.to(world.begun()).saying("If-Match", "\"1\""))
					.answers("409 too-soon", "before it begins", (world, by) -> Request.to(world.booked()))
					.answers("409 wrong-state", "once they have come",
							(world, by) -> Request.to(world.bookedAnd("check-in")))
					.answers("409 wrong-state", "once it is cancelled",
							(world, by) -> Request.to(world.bookedAnd("cancel"))));
	}

	private static Request booking(World world, Caller by, OffsetDateTime start) {
		Request request = Request
			.of(Json.body("doctorId", world.doctor().id(), "start", start, "reason", world.reason()));
		return DESK.contains(by) ? request.with("memberId", world.member().userId()) : request;
	}

	private static Request confirming(World world) {
		return Request.of(Json.body("holdId", world.held(), "reason", world.reason()));
	}

	private static Request walkIn(World world) {
		return Request
			.of(Json.body("walkIn", true, "doctorId", world.doctor().id(), "memberId", world.member().userId(), "start",
					world.slot(0).plusMinutes(1), "minutes", 12, "reason", world.reason()));
	}

	private static Request ofDepartment(World world, Caller by) {
		return booking(world, by, world.slot(0)).without("doctorId").with("departmentId", world.department().id());
	}

	private static Request eleventh(World world, Caller by) {
		for (int i = 1; i <= 10; i++) {
			world.books(patient(world, by), world.doctor(), world.slot(i));
		}
		return booking(world, by, world.slot(0));
	}

	private static Account patient(World world, Caller by) {
		return DESK.contains(by) ? world.member() : world.accountOf(by);
	}

}
