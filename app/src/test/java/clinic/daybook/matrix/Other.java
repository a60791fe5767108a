package clinic.daybook.matrix;

import java.util.Set;
import java.util.function.UnaryOperator;

/** What else can come of a call for those who may call it. */
sealed interface Other {

	String what();

	Set<Caller> by();

	Outcome outcome();

	/**
	 * A right request made wrong, which changes nothing.
	 *
	 * @param blamed the field or parameter to be named, empty if there is none
	 */
	record Spoilt(String what, Set<Caller> by, Outcome outcome, String blamed,
			UnaryOperator<Request> spoils) implements Other {
	}

	/** Another request, or a right one when things are otherwise. */
	record Situation(String what, Set<Caller> by, Outcome outcome, Asking asking) implements Other {
	}

}
