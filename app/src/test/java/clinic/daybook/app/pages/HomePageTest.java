package clinic.daybook.app.pages;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

class HomePageTest {

	private final MockMvcTester mvc = MockMvcTester.of(new HomePage());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html
			text/html        | text/html
			application/json | application/json
			*/*              | application/json
			""")
	void isAPageForBrowsersAndJsonForPrograms(String accept, String answered) {
		assertThat(this.mvc.get().uri("/").header("Accept", accept)).hasStatusOk()
			.hasContentTypeCompatibleWith(answered);
	}

	@Test
	void linksOn() {
		assertThat(this.mvc.get().uri("/").accept(MediaType.APPLICATION_JSON)).bodyJson()
			.extractingPath("$.links.docs")
			.isEqualTo("/docs");
		assertThat(this.mvc.get().uri("/").accept(MediaType.TEXT_HTML)).bodyText()
			.contains("href=\"/docs\"", "href=\"/v3/api-docs\"", "href=\"/.well-known/jwks.json\"");
	}

}
