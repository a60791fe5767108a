package clinic.daybook.web;

import java.util.Optional;

/**
 * Says what an exception of a module's own means to a client. A bean of this type is
 * asked before an exception is taken for a defect (500).
 */
public interface ProblemTranslator {

	Optional<ProblemException> translate(Throwable exception);

}
