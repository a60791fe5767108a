package clinic.daybook.command.catalogue;

import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

import clinic.daybook.api.doctors.OnboardDoctor;
import clinic.daybook.book.Receipt;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.people.DoctorAccounts;
import clinic.daybook.people.Person;
import clinic.daybook.people.PreparedAccount;
import clinic.daybook.web.Actor;
import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a doctor in: account, catalogue and schedule, all of it or nothing. One
 * transaction holds the account's row and the appends, which join it.
 */
@Component
public class DoctorOnboarding {

	private final AccountDirectory people;

	private final DoctorAccounts accounts;

	private final Commands commands;

	private final TransactionTemplate transaction;

	DoctorOnboarding(AccountDirectory people, DoctorAccounts accounts, Commands commands,
			PlatformTransactionManager transactions) {
		this.people = people;
		this.accounts = accounts;
		this.commands = commands;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** With an account made for the purpose. */
	public Onboarded onboard(Login login, Practice practice, Actor actor) {
		PreparedAccount account = this.accounts.prepare(login.email(), login.password(), login.fullName());
		return visible(() -> {
			UUID userId = this.accounts.store(account, actor);
			return open(userId, practice, actor);
		});
	}

	/** With an account that is there already. */
	public Onboarded onboard(UUID userId, Practice practice, Actor actor) {
		return visible(() -> open(userId, practice, actor));
	}

	private Onboarded visible(Supplier<Onboarded> work) {
		Receipt<Onboarded> receipt = Receipt.of(() -> this.transaction.execute((status) -> work.get()));
		this.commands.makeVisible(receipt);
		return receipt.answer();
	}

	private Onboarded open(UUID userId, Practice practice, Actor actor) {
		UUID doctorId = UuidCreator.getTimeOrderedEpoch();
		this.accounts.nowIsDoctor(userId, doctorId);
		this.commands.dispatch(new OnboardDoctor(doctorId, userId, practice.specialty(), practice.timeZone()), actor);
		String fullName = this.people.find(userId).map(Person::fullName).orElseThrow();
		return new Onboarded(doctorId, userId, fullName);
	}

	/** What an account is made of. */
	public record Login(String email, String password, String fullName) {

		@Override
		public String toString() {
			return "Login[...]";
		}

	}

	/** What the doctor does, and the zone of the place where they do it. */
	public record Practice(String specialty, ZoneId timeZone) {
	}

	public record Onboarded(UUID doctorId, UUID userId, String fullName) {
	}

}
