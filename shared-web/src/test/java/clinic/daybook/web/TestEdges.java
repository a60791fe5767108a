package clinic.daybook.web;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import clinic.daybook.api.users.Role;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints as the other modules have them. */
@RestController
class TestEdges {

	static final AtomicInteger EFFECTS = new AtomicInteger();

	/** What came to be, or would have. */
	static final List<NewId> ATTEMPTED = new CopyOnWriteArrayList<>();

	/** What happens while something is being made. */
	static volatile Runnable meanwhile = () -> {
	};

	@GetMapping("/api/doctors/{id}")
	Map<String, Object> byId(@PathVariable UUID id, @CurrentCaller @Nullable Caller caller) {
		return Map.of("id", id, "caller", (caller != null) ? caller.role() : "nobody");
	}

	@GetMapping("/api/doctors")
	Page<String> list(@RequestParam @Nullable UUID departmentId, @RequestParam @Nullable LocalDate from,
			@RequestParam @Nullable Instant at, @RequestParam @Nullable List<Role> roles, Filter filter,
			Limits limits) {
		return new Page<>(List.of(String.valueOf(from), String.valueOf(at), String.valueOf(filter.q()),
				Integer.toString(limits.limit())), null);
	}

	@PostMapping("/admin/things")
	@AllowedTo(Role.ADMIN)
	Taken admin(@RequestBody Body body) {
		EFFECTS.incrementAndGet();
		return new Taken(body.flag(), body.name());
	}

	@PostMapping("/api/things")
	@Hidden
	Body echo(@RequestBody Body body) {
		EFFECTS.incrementAndGet();
		return body;
	}

	@PostMapping({ "/api/things/new", "/api/things/{of}/new" })
	@AllowedTo({ Role.MEMBER, Role.ADMIN })
	ResponseEntity<Made> make(NewId newId, @RequestBody Body body) {
		ATTEMPTED.add(newId);
		meanwhile.run();
		if (body.role() == Role.AUDITOR) {
			throw new ProblemException(ProblemCode.SLOT_TAKEN);
		}
		EFFECTS.incrementAndGet();
		ConsistencyToken.answerWith(CAUGHT_UP);
		return ResponseEntity.created(URI.create("/api/things/" + newId.value()))
			.eTag("1")
			.body(new Made(newId.value(), body.name(), UUID.randomUUID()));
	}

	@PostMapping("/api/things/optional")
	Map<String, Object> optional(@RequestBody(required = false) @Nullable Body body) {
		return Map.of("given", body != null);
	}

	@PostMapping("/api/things/whole")
	@Hidden
	Whole whole(@RequestBody Whole body) {
		return body;
	}

	@PostMapping("/api/things/none")
	@Hidden
	Map<String, Object> none() {
		return Map.of("done", true);
	}

	@PostMapping({ "/auth/register", "/auth/login", "/auth/refresh", "/auth/logout" })
	@DespiteTemporaryPassword
	Map<String, Object> identity(@CurrentCaller @Nullable Caller caller) {
		return Map.of("caller", (caller != null) ? caller.role() : "nobody");
	}

	@GetMapping("/problems/of/{status}")
	ResponseEntity<Void> bare(@PathVariable int status) {
		return ResponseEntity.status(status).build();
	}

	@GetMapping("/api/things/times")
	Times times() {
		return new Times(OffsetDateTime.parse("2026-12-01T09:00:00-05:00"),
				OffsetDateTime.parse("2026-12-01T09:00:00.123456Z"), LocalTime.of(9, 0), LocalDate.of(2026, 12, 1),
				ZoneId.of("America/New_York"), Instant.parse("2026-12-01T09:00:00Z"), null);
	}

	@GetMapping("/api/things/{what}")
	String fail(@PathVariable String what, HttpServletResponse response) throws Exception {
		switch (what) {
			case "written" -> ConsistencyToken.answerWith(CAUGHT_UP);
			case "defect" -> throw new IllegalStateException("select secret from table");
			case "checked" -> throw new Exception("checked");
			case "refused" -> throw new UnsupportedOperationException();
			case "wrapped" -> throw new IllegalStateException(new UnsupportedOperationException());
			case "status" -> response.sendError(503);
			case "trace" -> {
				return TraceId.current();
			}
			default ->
				throw new ProblemException(ProblemCode.HOLD_EXPIRED, "It ran out.", Map.of("status", 1, "more", 2));
		}
		return "{}";
	}

	private static final long CAUGHT_UP = TestServer.CAUGHT_UP_TO;

	record Filter(@Nullable String q, @Nullable Role role) {
	}

	record Body(@Nullable String name, @Nullable Integer count, boolean flag, @Nullable Role role, @Nullable UUID id,
			@Nullable Instant start, @Nullable LocalDate date, @Nullable ZoneId zone, @Nullable DayOfWeek dayOfWeek,
			@Nullable List<Window> windows) {
	}

	record Made(UUID id, @Nullable String name, UUID neverTheSame) {
	}

	record Window(@Nullable LocalTime start, @Nullable LocalTime end) {
	}

	record Taken(boolean flag, @Nullable String name) {
	}

	record Whole(Part first, List<Part> parts, @Nullable String more) {
	}

	record Part(LocalTime start, @Nullable LocalTime end) {
	}

	record Times(OffsetDateTime start, OffsetDateTime precise, LocalTime time, LocalDate date, ZoneId zone,
			Instant instant, @Nullable String absent) {
	}

}
