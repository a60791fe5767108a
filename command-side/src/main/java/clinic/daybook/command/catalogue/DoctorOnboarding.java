package clinic.daybook.command.catalogue;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.departments.DepartmentName;
import clinic.daybook.api.departments.DepartmentRefusal;
import clinic.daybook.api.doctors.OnboardDoctor;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.people.DoctorAccounts;
import clinic.daybook.people.Person;
import clinic.daybook.people.PreparedAccount;
import clinic.daybook.web.Actor;
import com.github.f4b6a3.uuid.UuidCreator;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a doctor in: account, catalogue and schedule, all of it or nothing. */
@Component
public class DoctorOnboarding {

	private final AccountDirectory people;

	private final DoctorAccounts accounts;

	private final Commands commands;

	private final AllOrNothing allOrNothing;

	DoctorOnboarding(AccountDirectory people, DoctorAccounts accounts, Commands commands, AllOrNothing allOrNothing) {
		this.people = people;
		this.accounts = accounts;
		this.commands = commands;
		this.allOrNothing = allOrNothing;
	}

	/** With an account made for the purpose. */
	public Onboarded onboard(Login login, Practice practice, Actor actor) {
		PreparedAccount account = this.accounts.prepare(login.email(), login.password(), login.fullName());
		return this.allOrNothing.inOneAppend(() -> {
			UUID userId = this.accounts.store(account, actor);
			return open(userId, practice, actor);
		});
	}

	/** With an account that is there already. */
	public Onboarded onboard(UUID userId, Practice practice, Actor actor) {
		return this.allOrNothing.inOneAppend(() -> open(userId, practice, actor));
	}

	private Onboarded open(UUID userId, Practice practice, Actor actor) {
		UUID doctorId = UuidCreator.getTimeOrderedEpoch();
		this.accounts.nowIsDoctor(userId, doctorId);
		List<DepartmentName> departments = assigned(
				new OnboardDoctor(doctorId, userId, practice.specialty(), practice.timeZone(), practice.departmentId()),
				actor);
		String fullName = this.people.find(userId).map(Person::fullName).orElseThrow();
		return new Onboarded(doctorId, userId, fullName, departments);
	}

	private List<DepartmentName> assigned(OnboardDoctor command, Actor actor) {
		try {
			return this.commands.<Optional<DepartmentName>>dispatch(command, actor).answer().stream().toList();
		}
		catch (AggregateNotFoundException ex) {
			throw DepartmentProblems.problem(DepartmentRefusal.NO_SUCH_DEPARTMENT);
		}
	}

	/** What an account is made of. */
	public record Login(String email, String password, String fullName) {

		@Override
		public String toString() {
			return "Login[...]";
		}

	}

	/** What the doctor does, the zone of the place, and the department if it is known. */
	public record Practice(String specialty, ZoneId timeZone, @Nullable UUID departmentId) {

		public Practice(String specialty, ZoneId timeZone) {
			this(specialty, timeZone, null);
		}

	}

	public record Onboarded(UUID doctorId, UUID userId, String fullName, List<DepartmentName> departments) {
	}

}
