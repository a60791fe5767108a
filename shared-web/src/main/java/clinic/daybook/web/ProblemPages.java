package clinic.daybook.web;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the {@code type} of every problem resolves to. */
@RestController
@Hidden
class ProblemPages {

	@GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	String page(@PathVariable String code) {
		ProblemCode known = known(code);
		return """
				<!doctype html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%1$s - Daybook</title>
				<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}</style>
				</head>
				<body>
				<h1>%1$s</h1>
				<p>%2$s</p>
				<p>Code <code>%3$s</code>, HTTP status %4$d.</p>
				</body>
				</html>
				"""
			.formatted(known.title(), known.explanation(), known.slug(), known.status().value());
	}

	@GetMapping(path = "/problems/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
	Explanation explanation(@PathVariable String code) {
		ProblemCode known = known(code);
		return new Explanation(known.slug(), known.status().value(), known.title(), known.explanation());
	}

	private static ProblemCode known(String slug) {
		return ProblemCode.of(slug)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no problem of this name."));
	}

	record Explanation(String code, int status, String title, String explanation) {
	}

}
