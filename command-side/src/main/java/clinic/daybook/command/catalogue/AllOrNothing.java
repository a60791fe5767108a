package clinic.daybook.command.catalogue;

import java.util.function.Supplier;

import clinic.daybook.book.Receipt;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.command.dispatch.Retries;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People's rows and the book, changed together. One transaction holds the rows and the
 * append, which joins it. A unit of work around everything puts the append last, since it
 * locks the book until the commit.
 */
@Component
class AllOrNothing {

	private final Commands commands;

	private final TransactionTemplate transaction;

	AllOrNothing(Commands commands, PlatformTransactionManager transactions) {
		this.commands = commands;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Does it, again if others came in between, and lets the next read see it. */
	<T> T inOneAppend(Supplier<T> work) {
		Receipt<T> receipt = Retries
			.onConflict(() -> Receipt.of(() -> this.transaction.execute((status) -> inOneUnitOfWork(work))));
		this.commands.makeVisible(receipt);
		return receipt.answer();
	}

	private static <T> T inOneUnitOfWork(Supplier<T> work) {
		UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
		try {
			T answer = work.get();
			unitOfWork.commit();
			return answer;
		}
		catch (RuntimeException ex) {
			if (unitOfWork.isActive()) {
				unitOfWork.rollback(ex);
			}
			throw ex;
		}
	}

}
