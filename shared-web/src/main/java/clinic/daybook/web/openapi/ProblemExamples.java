package clinic.daybook.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import clinic.daybook.web.ProblemCode;
import io.swagger.v3.oas.models.examples.Example;

/** One document for each code, to be looked at. */
final class ProblemExamples {

	private static final String ID = "01932f3e-7a10-7c44-9d5e-3f0a6b1c2d4e";

	private static final String START = "2026-12-01T09:00:00-05:00";

	private static final String END = "2026-12-01T09:30:00-05:00";

	private ProblemExamples() {
	}

	static Example of(ProblemCode code) {
		return new Example().summary(code.title()).value(document(code));
	}

	private static Map<String, Object> document(ProblemCode code) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("type", code.type().toString());
		document.put("title", code.title());
		document.put("status", code.status().value());
		document.put("detail", code.explanation());
		document.put("instance", "/api/appointments");
		document.put("code", code.slug());
		document.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		if (code == ProblemCode.INVALID_REQUEST) {
			document.put("errors", List.of(Map.of("field", "start", "message", "is required")));
		}
		if (ProblemDocument.of(code) == ProblemDocument.SlotProblem.class) {
			document.put("nextFreeSlots", List.of(Map.of("doctorId", ID, "start", START, "end", END)));
		}
		if (ProblemDocument.of(code) == ProblemDocument.AffectedProblem.class) {
			document.put("affected", List.of(Map.of("appointmentId", ID, "start", START, "end", END)));
		}
		return document;
	}

}
