package clinic.daybook.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import clinic.daybook.testing.Daybook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** README's journey, walked exactly as it is printed. */
class ReadmeJourneyTest {

	private static final Pattern JOURNEY = Pattern
		.compile("<!-- journey -->\\s*```bash\\n(.*?)```.*?```text\\n(.*?)```", Pattern.DOTALL);

	private static final Daybook DEMO = Daybook.demo();

	@TempDir
	private Path folder;

	@AfterAll
	static void close() {
		DEMO.close();
	}

	@Test
	void isWalkedAsPrinted() throws IOException, InterruptedException {
		Matcher journey = JOURNEY.matcher(Files.readString(readme()));
		assertThat(journey.find()).as("README has a journey and what it prints").isTrue();

		List<String> first = walk(journey.group(1));
		assertThat(first).containsSequence(journey.group(2).lines().toList());

		assertThat(walk(journey.group(1))).as("and it can be walked again").hasSameSizeAs(first);
	}

	@Test
	void hasTwoHundredLinesAtMostAndLeadsNowhereElse() throws IOException {
		String readme = Files.readString(readme());

		assertThat(readme.lines().count()).isLessThanOrEqualTo(200);
		for (String target : linksOf(readme)) {
			assertThat(readme().resolveSibling(target)).exists();
		}
	}

	/** The demo's address is printed as users find it; curl is told where it is here. */
	private List<String> walk(String block) throws IOException, InterruptedException {
		Path script = Files.writeString(this.folder.resolve("journey.sh"), block);
		Files.writeString(this.folder.resolve(".curlrc"),
				"connect-to = \"localhost:8080:localhost:" + DEMO.port() + "\"\n");
		Path output = this.folder.resolve("output");
		ProcessBuilder bash = new ProcessBuilder("bash", script.toString()).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		bash.environment().put("CURL_HOME", this.folder.toString());
		Process process = bash.start();
		boolean ended = process.waitFor(1, TimeUnit.MINUTES);
		if (!ended) {
			process.destroyForcibly();
		}
		String printed = Files.readString(output);
		assertThat(ended).as("ended in time: " + printed).isTrue();
		assertThat(process.exitValue()).as(printed).isZero();
		return printed.lines().toList();
	}

	private static List<String> linksOf(String readme) {
		return Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)")
			.matcher(readme)
			.results()
			.map((link) -> link.group(1))
			.toList();
	}

	private static Path readme() {
		Path here = Path.of("").toAbsolutePath();
		return Stream.of(here.getParent(), here)
			.map((folder) -> folder.resolve("README.md"))
			.filter(Files::exists)
			.findFirst()
			.orElseThrow();
	}

}
