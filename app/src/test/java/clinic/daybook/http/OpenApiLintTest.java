package clinic.daybook.http;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import clinic.daybook.testing.Daybook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Spectral's default rules find nothing to say about the OpenAPI document. It is fetched
 * from npm, into target/, in the versions that package-lock.json names.
 */
class OpenApiLintTest {

	private static final Path KEPT = Path.of("src/test/openapi-lint");

	private static final Path FETCHED = Path.of("target/openapi-lint");

	private static final Pattern NO_NETWORK = Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH");

	@BeforeAll
	static void fetchTheLinter() throws IOException, InterruptedException {
		assumeTrue(isOnPath("node") && isOnPath("npm"),
				"The OpenAPI document was NOT linted: that takes Node.js (node and npm) on the path");
		Files.createDirectories(FETCHED);
		for (String name : List.of("package.json", "package-lock.json", ".spectral.yaml")) {
			Files.copy(KEPT.resolve(name), FETCHED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
		}
		Run npm = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
		assumeTrue(npm.status() == 0 || !NO_NETWORK.matcher(npm.output()).find(),
				"The OpenAPI document was NOT linted: npm reaches no registry to fetch the linter from");
		assertThat(npm.status()).as(npm.output()).isZero();
	}

	@Test
	void theDocumentIsFreeOfFindings() throws IOException, InterruptedException {
		Files.writeString(FETCHED.resolve("openapi.json"),
				Daybook.shared().anyone().get("/v3/api-docs").is(200).body());

		Run lint = lint("openapi.json");

		assertThat(lint.status()).as(lint.output()).isZero();
		assertThat(lint.output()).contains("No results with a severity of 'hint' or higher found!");
	}

	@Test
	void theLinterFindsWhatIsThere() throws IOException, InterruptedException {
		Files.writeString(FETCHED.resolve("bad.json"), """
				{"openapi":"3.1.0","info":{"title":"Bad","version":"1"},"paths":{"/a":{"get":{"responses":{}}}}}
				""");

		Run lint = lint("bad.json");

		assertThat(lint.status()).as(lint.output()).isNotZero();
		assertThat(lint.output()).contains("operation-operationId", "info-contact");
	}

	private static Run lint(String document) throws IOException, InterruptedException {
		return run("node", "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", document, "--ruleset",
				".spectral.yaml", "--fail-severity", "hint");
	}

	private static boolean isOnPath(String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.flatMap((folder) -> Stream.of(program, program + ".exe", program + ".cmd")
				.map((name) -> Path.of(folder, name)))
			.anyMatch(Files::isExecutable);
	}

	private static Run run(String... command) throws IOException, InterruptedException {
		boolean windows = File.separatorChar == '\\';
		String[] whole = windows ? Stream.concat(Stream.of("cmd", "/c"), Stream.of(command)).toArray(String[]::new)
				: command;
		Process process = new ProcessBuilder(whole).directory(FETCHED.toFile()).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(output).isTrue();
		return new Run(process.exitValue(), output);
	}

	private record Run(int status, String output) {
	}

}
