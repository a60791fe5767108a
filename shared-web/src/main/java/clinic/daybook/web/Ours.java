package clinic.daybook.web;

import org.springframework.web.method.HandlerMethod;

/** Tells our endpoints from those that libraries bring along. */
final class Ours {

	private static final String ROOT = "clinic.daybook.";

	private Ours() {
	}

	static boolean is(HandlerMethod method) {
		return method.getBeanType().getName().startsWith(ROOT);
	}

}
