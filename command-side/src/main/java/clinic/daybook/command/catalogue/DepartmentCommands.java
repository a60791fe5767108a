package clinic.daybook.command.catalogue;

import clinic.daybook.api.departments.DepartmentCommand;
import clinic.daybook.api.departments.DepartmentRefusal;
import clinic.daybook.book.ClaimTakenException;
import clinic.daybook.book.Receipt;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.command.dispatch.Retries;
import clinic.daybook.web.Actor;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/** Sends commands to departments. */
@Component
public class DepartmentCommands {

	private final Commands commands;

	DepartmentCommands(Commands commands) {
		this.commands = commands;
	}

	/**
	 * Does it, and lets the next read see it.
	 * @throws ProblemException if the department refuses
	 */
	public void send(DepartmentCommand command, Actor actor) {
		if (Retries.onConflict(() -> outcomeOf(command, actor)) instanceof DepartmentOutcome.Refused refused) {
			throw DepartmentProblems.problem(refused.refusal());
		}
	}

	private DepartmentOutcome outcomeOf(DepartmentCommand command, Actor actor) {
		try {
			Receipt<DepartmentOutcome> receipt = this.commands.dispatch(command, actor);
			if (!(receipt.answer() instanceof DepartmentOutcome.Refused)) {
				this.commands.makeVisible(receipt);
			}
			return receipt.answer();
		}
		catch (AggregateNotFoundException ex) {
			return new DepartmentOutcome.Refused(DepartmentRefusal.NO_SUCH_DEPARTMENT);
		}
		catch (ClaimTakenException ex) {
			return new DepartmentOutcome.Refused(DepartmentRefusal.NAME_TAKEN);
		}
	}

}
