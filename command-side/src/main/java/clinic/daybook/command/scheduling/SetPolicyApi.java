package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.ScheduleCommand.SetSchedulingPolicy;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.OwnSchedule;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
class SetPolicyApi {

	private final ScheduleCommands schedules;

	private final OwnSchedule own;

	SetPolicyApi(ScheduleCommands schedules, OwnSchedule own) {
		this.schedules = schedules;
		this.own = own;
	}

	@PutMapping("/api/availability/{doctorId}/policy")
	@AllowedTo({ Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
	@WritesToBook
	@Operation(operationId = "setSchedulingPolicy", summary = "Say what a doctor asks of bookings",
			description = "Replaces all of it; what is left out has its default.")
	SchedulingPolicy set(@CurrentCaller Caller caller, @PathVariable UUID doctorId,
			@RequestBody PolicyRequest request) {
		this.own.check(caller, doctorId);
		SchedulingPolicy policy = request.check();
		this.schedules.sendOrRefuse(new SetSchedulingPolicy(doctorId, policy), Actor.of(caller));
		return policy;
	}

	record PolicyRequest(@Nullable Integer minNoticeMinutes, @Nullable Integer horizonDays,
			@Nullable Integer bufferMinutes, @Nullable Integer maxPerMemberPerDay,
			@Nullable Integer cancelCutoffMinutes) {

		SchedulingPolicy check() {
			SchedulingPolicy defaults = SchedulingPolicy.DEFAULT;
			SchedulingPolicy policy = new SchedulingPolicy(given(this.minNoticeMinutes, defaults.minNoticeMinutes()),
					given(this.horizonDays, defaults.horizonDays()),
					given(this.bufferMinutes, defaults.bufferMinutes()),
					given(this.maxPerMemberPerDay, defaults.maxPerMemberPerDay()),
					given(this.cancelCutoffMinutes, defaults.cancelCutoffMinutes()));
			InputErrors errors = new InputErrors();
			atLeast(0, policy.minNoticeMinutes(), "minNoticeMinutes", errors);
			atLeast(1, policy.horizonDays(), "horizonDays", errors);
			atLeast(0, policy.bufferMinutes(), "bufferMinutes", errors);
			atLeast(1, policy.maxPerMemberPerDay(), "maxPerMemberPerDay", errors);
			atLeast(0, policy.cancelCutoffMinutes(), "cancelCutoffMinutes", errors);
			errors.refuse();
			return policy;
		}

		private static int given(@Nullable Integer value, int otherwise) {
			return (value != null) ? value : otherwise;
		}

		private static void atLeast(int least, int value, String field, InputErrors errors) {
			errors.check(value >= least, field, "must be " + least + " or more");
		}

	}

}
