package clinic.daybook.command.catalogue;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import clinic.daybook.api.departments.DepartmentName;
import clinic.daybook.api.departments.DepartmentRefusal;
import clinic.daybook.api.doctors.OnboardDoctor;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.people.DoctorAccounts;
import clinic.daybook.people.Person;
import clinic.daybook.people.PreparedAccount;
import clinic.daybook.web.Actor;
import clinic.daybook.web.NewId;
import clinic.daybook.web.ProblemException;
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
		return onboard(NewId.fresh(), login, practice, actor);
	}

	Onboarded onboard(NewId newId, Login login, Practice practice, Actor actor) {
		return once(newId, practice, actor, () -> {
			PreparedAccount account = this.accounts.prepare(login.email(), login.password(), login.fullName());
			return this.allOrNothing.inOneAppend(() -> {
				UUID userId = this.accounts.store(account, actor);
				return open(newId.value(), userId, practice, actor);
			});
		});
	}

	/** With an account that is there already. */
	Onboarded onboard(NewId newId, UUID userId, Practice practice, Actor actor) {
		return once(newId, practice, actor,
				() -> this.allOrNothing.inOneAppend(() -> open(newId.value(), userId, practice, actor)));
	}

	/** What is refused because an earlier attempt has done it is done. */
	private Onboarded once(NewId newId, Practice practice, Actor actor, Supplier<Onboarded> onboarding) {
		try {
			return onboarding.get();
		}
		catch (ProblemException refused) {
			return Optional.of(newId)
				.filter(NewId::mayExist)
				.flatMap((id) -> this.people.doctorWithId(id.value()))
				.map((person) -> onboardedBefore(newId.value(), person, practice, actor))
				.orElseThrow(() -> refused);
		}
	}

	private Onboarded onboardedBefore(UUID doctorId, Person person, Practice practice, Actor actor) {
		List<DepartmentName> departments = Optional.ofNullable(practice.departmentId())
			.flatMap((id) -> this.commands.<Optional<DepartmentName>>dispatch(new FindDepartment(id, doctorId), actor)
				.answer())
			.stream()
			.toList();
		this.commands.makeAllVisible();
		return new Onboarded(doctorId, person.userId(), person.fullName(), departments);
	}

	private Onboarded open(UUID doctorId, UUID userId, Practice practice, Actor actor) {
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
