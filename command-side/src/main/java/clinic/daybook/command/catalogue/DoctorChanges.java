package clinic.daybook.command.catalogue;

import java.util.UUID;

import clinic.daybook.api.doctors.ChangeSpecialty;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.command.scheduling.DoctorActivity;
import clinic.daybook.people.DoctorAccounts;
import clinic.daybook.web.Actor;
import org.springframework.stereotype.Component;

/**
 * Changes a doctor's name, specialty and whether they take appointments, all of it or
 * nothing: the first is an account's, the second the catalogue's, the third the
 * schedule's.
 */
@Component
public class DoctorChanges {

	private final DoctorAccounts accounts;

	private final DoctorActivity activity;

	private final Commands commands;

	private final AllOrNothing allOrNothing;

	DoctorChanges(DoctorAccounts accounts, DoctorActivity activity, Commands commands, AllOrNothing allOrNothing) {
		this.accounts = accounts;
		this.activity = activity;
		this.commands = commands;
		this.allOrNothing = allOrNothing;
	}

	public void change(Change change, Actor actor) {
		try {
			UUID userId = this.allOrNothing.inOneAppend(() -> {
				UUID user = this.accounts.rename(change.doctorId(), change.fullName());
				this.activity.set(change.doctorId(), change.active(), change.onConflict(), actor);
				this.commands.dispatch(new ChangeSpecialty(change.doctorId(), change.specialty()), actor);
				return user;
			});
			this.accounts.wasRenamed(userId);
		}
		catch (RuntimeException ex) {
			this.activity.forget(change.doctorId());
			throw ex;
		}
	}

	/** What a doctor is from now on. */
	public record Change(UUID doctorId, String fullName, String specialty, boolean active, OnConflict onConflict) {

		@Override
		public String toString() {
			return "Change[" + this.doctorId + "]";
		}

	}

}
