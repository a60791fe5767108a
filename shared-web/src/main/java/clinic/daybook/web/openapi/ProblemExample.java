package clinic.daybook.web.openapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import clinic.daybook.web.ProblemCode;
import io.swagger.v3.oas.models.examples.Example;

/** A document of a code in a form, to be looked at. */
record ProblemExample(ProblemCode code, Class<?> form) {

	private static final String ID = "01932f3e-7a10-7c44-9d5e-3f0a6b1c2d4e";

	private static final String START = "2026-12-01T09:00:00-05:00";

	private static final String END = "2026-12-01T09:30:00-05:00";

	static ProblemExample named(String name) {
		int dot = name.indexOf('.');
		Class<?> form = Arrays.stream(ProblemDocument.class.getPermittedSubclasses())
			.filter((each) -> each.getSimpleName().equals(name.substring(0, dot)))
			.findFirst()
			.orElseThrow();
		return new ProblemExample(ProblemCode.of(name.substring(dot + 1)).orElseThrow(), form);
	}

	String name() {
		return this.form.getSimpleName() + "." + this.code.slug();
	}

	Example document() {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("type", this.code.type().toString());
		document.put("title", this.code.title());
		document.put("status", this.code.status().value());
		document.put("detail", this.code.explanation());
		document.put("instance", "/api/appointments");
		document.put("code", this.code.slug());
		document.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		if (this.code == ProblemCode.INVALID_REQUEST) {
			document.put("errors", List.of(Map.of("field", "start", "message", "is required")));
		}
		if (this.form == ProblemDocument.SlotProblem.class) {
			document.put("nextFreeSlots", List.of(Map.of("doctorId", ID, "start", START, "end", END)));
		}
		if (this.form == ProblemDocument.AffectedProblem.class) {
			document.put("affected", List.of(Map.of("appointmentId", ID, "start", START, "end", END)));
		}
		return new Example().summary(this.code.title()).value(document);
	}

}
