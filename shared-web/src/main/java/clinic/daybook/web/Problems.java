package clinic.daybook.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what any exception means to the client, and says so. */
final class Problems {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	private final ProblemWriter writer;

	private final List<ProblemTranslator> translators;

	Problems(ProblemWriter writer, List<ProblemTranslator> translators) {
		this.writer = writer;
		this.translators = translators;
	}

	void answer(HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception)
			throws IOException {
		if (response.isCommitted()) {
			log.debug("The answer was under way when it failed", exception);
			return;
		}
		this.writer.write(request, response, translate(handler, exception));
	}

	private ProblemException translate(@Nullable Object handler, Exception exception) {
		if (exception instanceof ProblemException problem) {
			return problem;
		}
		for (@Nullable
		Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProblemException problem) {
				return problem;
			}
			for (ProblemTranslator translator : this.translators) {
				Optional<ProblemException> translated = translator.translate(cause);
				if (translated.isPresent()) {
					return translated.get();
				}
			}
		}
		return MvcProblems.of(handler, exception).orElseGet(() -> {
			log.error("A request failed unexpectedly", exception);
			return new ProblemException(ProblemCode.INTERNAL_ERROR);
		});
	}

}
