package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.users.Role;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.IfNoneMatch;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appointments")
@AllowedTo({ Role.MEMBER, Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
class AppointmentApi {

	private final AppointmentQueries appointments;

	private final AppointmentViews views;

	AppointmentApi(AppointmentQueries appointments, AppointmentViews views) {
		this.appointments = appointments;
		this.views = views;
	}

	@GetMapping("/api/appointments")
	@Operation(operationId = "listAppointments", summary = "My appointments",
			description = "A member sees their own, a doctor those with them, ADMIN and RECEPTION all.")
	Page<AppointmentView> list(@CurrentCaller Caller caller,
			@RequestParam(required = false) @Nullable AppointmentStatus status,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to,
			@RequestParam(required = false) @Nullable UUID doctorId,
			@RequestParam(required = false) @Nullable UUID memberId, @RequestParam(defaultValue = "asc") Order order,
			Limits limits) {
		AppointmentFilter asked = new AppointmentFilter(Optional.ofNullable(doctorId), Optional.ofNullable(memberId),
				Optional.ofNullable(status), Optional.ofNullable(from), Optional.ofNullable(to), order == Order.desc);
		Page<AppointmentRow> page = visibleTo(caller, asked).map((filter) -> this.appointments.list(filter, limits))
			.orElseGet(() -> new Page<>(java.util.List.of(), null));
		return new Page<>(this.views.list(page.items()), page.next());
	}

	@GetMapping("/api/appointments/{appointmentId}")
	@Operation(operationId = "getAppointment", summary = "One appointment",
			description = "For its member, its doctor, ADMIN and RECEPTION. The reason is shown to the first three.")
	ResponseEntity<AppointmentView> get(@CurrentCaller Caller caller, @PathVariable UUID appointmentId,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
		AppointmentView view = this.appointments.find(appointmentId)
			.filter((row) -> row.parties().areOpenTo(caller))
			.map((row) -> this.views.one(row, caller))
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such appointment."));
		return IfNoneMatch.answer(ifNoneMatch, Integer.toString(view.version()), CacheControl.noStore(), view);
	}

	/** Narrows a filter to what the caller may see; empty where nothing is left. */
	private static Optional<AppointmentFilter> visibleTo(Caller caller, AppointmentFilter asked) {
		return switch (caller.role()) {
			case ADMIN, RECEPTION -> Optional.of(asked);
			case MEMBER -> asked.memberId().filter((id) -> !id.equals(caller.userId())).isPresent() ? Optional.empty()
					: Optional.of(new AppointmentFilter(asked.doctorId(), Optional.of(caller.userId()), asked.status(),
							asked.from(), asked.to(), asked.descending()));
			case DOCTOR -> (caller.doctorId() == null
					|| asked.doctorId().filter((id) -> !id.equals(caller.doctorId())).isPresent()) ? Optional.empty()
							: Optional.of(new AppointmentFilter(Optional.of(caller.doctorId()), asked.memberId(),
									asked.status(), asked.from(), asked.to(), asked.descending()));
			case AUDITOR -> Optional.empty();
		};
	}

	/** As it stands in the query. */
	enum Order {

		asc, desc

	}

}
