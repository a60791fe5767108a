package clinic.daybook.matrix;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.testing.Json;

import static clinic.daybook.matrix.Caller.DESK;
import static clinic.daybook.matrix.Caller.ITS_DOCTOR;

/** When doctors work, and what of it is free. */
final class AvailabilityRows {

	private static final Table TABLE = Table
		.of("""
				                                                     no   bad   its   other  its    other  recep- audi- ad-
				                                                     body token membr member doctor doctor tion   tor   min
				POST   /api/availability                           | 401  401   403   403    200    403    200    403   200
				PUT    /api/availability/{doctorId}/policy         | 401  401   403   403    200    403    200    403   200
				POST   /api/availability/{doctorId}/time-off       | 401  401   403   403    201    403    201    403   201
				GET    /api/availability/{doctorId}/time-off       | 401  401   403   403    200    403    200    403   200
				DELETE /api/availability/{doctorId}/time-off/{timeOffId} | 401  401   403   403    204    403    204    403   204
				POST   /api/availability/{doctorId}/extra-hours    | 401  401   403   403    201    403    201    403   201
				GET    /api/availability/{doctorId}/extra-hours    | 401  401   403   403    200    403    200    403   200
				DELETE /api/availability/{doctorId}/extra-hours/{extraHoursId} | 401  401   403   403    204    403    204    403   204
				GET    /api/availability/{doctorId}                | 200  401   200   200    200    200    200    200   200
				GET    /api/slots                                  | 200  401   200   200    200    200    200    200   200
				""");

	private AvailabilityRows() {
	}

	static List<Row> rows() {
		return TABLE.rows(

				TABLE.row("POST /api/availability", (world, by) -> hours(world, world.today().plus(1)))
					.fields("doctorId", "dayOfWeek*", "windows*", "slotMinutes*", "effectiveFrom", "onConflict")
					.blames("doctorId", "of a malformed id", (request) -> request.with("doctorId", "17"))
					.blames("doctorId", "of no doctor", DESK, (request) -> request.without("doctorId"))
					.refuses("404", "of an unknown doctor", DESK,
							(request) -> request.with("doctorId", UUID.randomUUID().toString()))
					.blames("dayOfWeek", "on a day that is none", (request) -> request.with("dayOfWeek", "Montag"))
					.blames("slotMinutes", "for four minutes", (request) -> request.with("slotMinutes", 4))
					.blames("slotMinutes", "for more than eight hours", (request) -> request.with("slotMinutes", 481))
					.refuses("400", "for longer than a window", (request) -> request.with("slotMinutes", 181))
					.refuses("400", "in windows that overlap",
							(request) -> request.with("windows",
									List.of(Json.window("09:00", "12:00"), Json.window("11:30", "13:00"))))
					.answers("400", "in a night that runs into the next day's hours",
							(world, by) -> hours(world, world.today().minus(1)).with("windows",
									List.of(Json.window("22:00", "02:00"))))
					.blames("effectiveFrom", "from a date that is past",
							(request) -> request.with("effectiveFrom", "2020-01-01"))
					.blames("onConflict", "with no answer to conflicts",
							(request) -> request.with("onConflict", "SHRUG"))
					.answers("200", "of their own, unnamed", Set.of(ITS_DOCTOR),
							(world, by) -> hours(world, world.today().plus(1)).without("doctorId"))
					.answers("200", "from a date to come",
							(world, by) -> hours(world, world.today().plus(1)).with("effectiveFrom",
									date(world).plusDays(30).toString()))
					.answers("200", "that close a day",
							(world, by) -> hours(world, world.today()).with("windows", List.of()))
					.answers("409 appointments-affected", "when somebody is booked", (world, by) -> closing(world))
					.answers("409 appointments-affected", "when somebody is booked who must not be touched",
							(world, by) -> closing(world).with("onConflict", "REFUSE"))
					.answers("200", "when somebody is booked who may come all the same",
							(world, by) -> closing(world).with("onConflict", "KEEP"))
					.answers("200", "when somebody is booked who need not come",
							(world, by) -> closing(world).with("onConflict", "CANCEL")),

				TABLE.row("PUT /api/availability/{doctorId}/policy", (world, by) -> policy(world))
					.fields("minNoticeMinutes", "horizonDays", "bufferMinutes", "maxPerMemberPerDay",
							"cancelCutoffMinutes")
					.blames("minNoticeMinutes", "with a negative notice",
							(request) -> request.with("minNoticeMinutes", -1))
					.blames("horizonDays", "without a horizon", (request) -> request.with("horizonDays", 0))
					.blames("bufferMinutes", "with half a minute between",
							(request) -> request.with("bufferMinutes", 0.5))
					.blames("maxPerMemberPerDay", "for nobody", (request) -> request.with("maxPerMemberPerDay", 0))
					.blames("cancelCutoffMinutes", "with a negative cut-off",
							(request) -> request.with("cancelCutoffMinutes", -1))
					.answers("200", "with the defaults", (world, by) -> policy(world).sending(Json.body())),

				TABLE.row("POST /api/availability/{doctorId}/time-off", (world, by) -> timeOff(world, 1))
					.fields("start*", "end*", "reason", "onConflict")
					.blames("end", "that ends before it starts",
							(request) -> request.with("end", "2020-01-01T09:00:00Z"))
					.blames("onConflict", "with no answer to conflicts",
							(request) -> request.with("onConflict", "SHRUG"))
					.answers("400", "that is over", (world, by) -> timeOff(world, -400))
					.answers("201", "over whole days",
							(world, by) -> Request.to(world.doctor().id())
								.sending(Json.body("fromDate", date(world).plusDays(1), "toDate",
										date(world).plusDays(2))))
					.answers("400", "over days in the wrong order",
							(world, by) -> Request.to(world.doctor().id())
								.sending(Json.body("fromDate", date(world).plusDays(2), "toDate",
										date(world).plusDays(1))))
					.answers("409 appointments-affected", "when somebody is booked", (world, by) -> away(world))
					.answers("201", "when somebody is booked who may come all the same",
							(world, by) -> away(world).with("onConflict", "KEEP"))
					.answers("201", "when somebody is booked who need not come",
							(world, by) -> away(world).with("onConflict", "CANCEL")),

				TABLE.row("GET /api/availability/{doctorId}/time-off", (world, by) -> {
					world.timeOff();
					return Request.to(world.doctor().id());
				})
					.list("from=soon", "to=later")
					.blames("to", "to a date before the first",
							(request) -> request.asking("from=2031-01-02&to=2031-01-01")),

				TABLE.row("DELETE /api/availability/{doctorId}/time-off/{timeOffId}",
						(world, by) -> Request.to(world.doctor().id(), world.timeOff())),

				TABLE.row("POST /api/availability/{doctorId}/extra-hours", (world, by) -> extraHours(world))
					.fields("date*", "windows*", "slotMinutes*")
					.blames("windows", "that are none", (request) -> request.with("windows", List.of()))
					.blames("slotMinutes", "for four minutes", (request) -> request.with("slotMinutes", 4))
					.refuses("400", "for longer than a window", (request) -> request.with("slotMinutes", 181))
					.refuses("400", "that overlap",
							(request) -> request.with("windows",
									List.of(Json.window("09:00", "12:00"), Json.window("11:30", "13:00"))))
					.blames("date", "on a date that is past", (request) -> request.with("date", "2020-01-01"))
					.answers("400", "over the weekly hours",
							(world, by) -> extraHours(world).with("date", date(world).toString())),

				TABLE.row("GET /api/availability/{doctorId}/extra-hours", (world, by) -> {
					world.extraHours();
					return Request.to(world.doctor().id());
				})
					.list("from=soon", "to=later")
					.blames("to", "to a date before the first",
							(request) -> request.asking("from=2031-01-02&to=2031-01-01")),

				TABLE
					.row("DELETE /api/availability/{doctorId}/extra-hours/{extraHoursId}",
							(world, by) -> Request.to(world.doctor().id(), world.extraHours()))
					.misreads("onConflict=SHRUG"),

				TABLE.row("GET /api/availability/{doctorId}", (world, by) -> Request.to(world.doctor().id()))
					.misreads("from=soon", "to=later", "from=2026-02-30")
					.blames("to", "to a date before the first",
							(request) -> request.asking("from=2031-01-02&to=2031-01-01"))
					.blames("to", "over 63 days", (request) -> request.asking("from=2031-01-01&to=2031-03-04"))
					.answers("200", "over 62 days",
							(world, by) -> Request.to(world.doctor().id()).asking("from=2031-01-01&to=2031-03-03"))
					.answers("304", "who has it already",
							(world, by) -> known(world, by, "GET /api/availability/{id}",
									Request.to(world.doctor().id()))),

				TABLE.row("GET /api/slots", (world, by) -> Request.plain())
					.list("from=soon", "to=later", "from=2026-02-30", "doctorId=17", "departmentId=17")
					.blames("to", "to a date before the first",
							(request) -> request.asking("from=2031-01-02&to=2031-01-01"))
					.blames("to", "over 63 days", (request) -> request.asking("from=2031-01-01&to=2031-03-04"))
					.answers("200", "of a doctor nobody knows",
							(world, by) -> Request.plain().asking("doctorId=" + UUID.randomUUID())));
	}

	/** What whoever asked before and kept the answer asks. */
	static Request known(World world, Caller by, String call, Request request) {
		return request.saying("If-None-Match", request.sent(Call.of(call), world.as(by)).is(200).header("ETag"));
	}

	private static Request hours(World world, DayOfWeek day) {
		return Request.of(Json.body("doctorId", world.doctor().id(), "dayOfWeek", day, "windows",
				List.of(Json.window("09:00", "12:00")), "slotMinutes", 30));
	}

	private static Request policy(World world) {
		return Request.to(world.doctor().id())
			.sending(Json.body("minNoticeMinutes", 0, "horizonDays", 100, "bufferMinutes", 5, "maxPerMemberPerDay", 10,
					"cancelCutoffMinutes", 60));
	}

	private static Request timeOff(World world, int days) {
		return Request.to(world.doctor().id())
			.sending(Json.body("start", world.slot(0).plusDays(days), "end", world.slot(0).plusDays(days).plusHours(2),
					"reason", world.reason()));
	}

	/** Just when somebody is booked. */
	private static Request away(World world) {
		world.booked();
		return timeOff(world, 0);
	}

	private static Request extraHours(World world) {
		return Request.to(world.doctor().id())
			.sending(Json.body("date", date(world).plusDays(2), "windows", List.of(Json.window("09:00", "12:00")),
					"slotMinutes", 30));
	}

	private static LocalDate date(World world) {
		return world.slot(0).toLocalDate();
	}

	private static Request closing(World world) {
		world.booked();
		return hours(world, world.today()).with("windows", List.of());
	}

}
