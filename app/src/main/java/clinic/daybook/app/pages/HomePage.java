package clinic.daybook.app.pages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says what this is and links on.
 */
@RestController
@Hidden
class HomePage {

	private static final String WHAT = "Daybook: an event-sourced booking backend for medical clinics";

	private static final Map<String, String> LINKS = links();

	@GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
	Welcome asJson() {
		return new Welcome("Daybook", WHAT, LINKS);
	}

	@GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<byte[]> asPage() {
		String items = LINKS.entrySet()
			.stream()
			.map((link) -> "<li><a href=\"" + link.getValue() + "\">" + link.getKey() + "</a></li>")
			.collect(Collectors.joining("\n"));
		String page = """
				<!doctype html>
				<html lang="en">
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width">
				<title>Daybook</title>
				<style>body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }</style>
				<h1>Daybook</h1>
				<p>%s.</p>
				<ul>
				%s
				</ul>
				</html>
				"""
			.formatted(WHAT, items);
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.body(page.getBytes(StandardCharsets.UTF_8));
	}

	private static Map<String, String> links() {
		Map<String, String> links = new LinkedHashMap<>();
		links.put("docs", "/docs");
		links.put("openapi", "/v3/api-docs");
		links.put("health", "/actuator/health/readiness");
		links.put("problems", "/problems/not-found");
		links.put("keys", "/.well-known/jwks.json");
		return links;
	}

	record Welcome(String name, String description, Map<String, String> links) {
	}

}
