package clinic.daybook.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class IdempotencyKeyTest {

	private static final UUID ANNA = UUID.fromString("a0000000-0000-4000-8000-000000000001");

	private static final UUID BEN = UUID.fromString("b0000000-0000-4000-8000-000000000001");

	private static final FirstAnswer ANSWER = new FirstAnswer(201, "application/json", Map.of("ETag", "\"1\""),
			bytes("{\"name\":\"Zoë\"}"));

	@Test
	void itCountsForOneCallerMethodAndPath() {
		IdempotencyKey key = key("k", ANNA, "POST", "/api/appointments");

		assertThat(key.scope()).hasSize(32).isEqualTo(key("k", ANNA, "POST", "/api/appointments").scope());
		assertThat(List.of(key("K", ANNA, "POST", "/api/appointments"), key("k", BEN, "POST", "/api/appointments"),
				key("k", ANNA, "PUT", "/api/appointments"), key("k", ANNA, "POST", "/api/appointments/")))
			.noneMatch((other) -> Arrays.equals(other.scope(), key.scope()));
	}

	@Test
	void itTellsBodiesApart() {
		IdempotencyKey key = key("k", ANNA, "POST", "/api/appointments");

		assertThat(key.fingerprintOf(bytes("{}"))).hasSize(32).isEqualTo(key.fingerprintOf(bytes("{}")));
		assertThat(key.fingerprintOf(bytes("{}"))).isNotEqualTo(key.fingerprintOf(bytes("{ }")));
		assertThat(key.fingerprintOf(bytes("{}")))
			.isNotEqualTo(key("other", ANNA, "POST", "/api/appointments").fingerprintOf(bytes("{}")));
		assertThat(key.fingerprintOf(new byte[0])).isNotEqualTo(key.scope());
	}

	@Test
	void anAnswerIsOpenedByItsKeyOnly() {
		IdempotencyKey key = key("k", ANNA, "POST", "/api/appointments");
		byte[] sealed = SealedAnswer.seal(ANSWER, key);

		FirstAnswer opened = SealedAnswer.open(sealed, key);

		assertThat(opened).usingRecursiveComparison().isEqualTo(ANSWER);
		assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("Zoë", "json");
		assertThat(SealedAnswer.seal(ANSWER, key)).isNotEqualTo(sealed);
		assertThatIllegalStateException()
			.isThrownBy(() -> SealedAnswer.open(sealed, key("k", BEN, "POST", "/api/appointments")));
		sealed[20] ^= 1;
		assertThatIllegalStateException().isThrownBy(() -> SealedAnswer.open(sealed, key));
	}

	static List<List<String>> goodOnes() {
		return List.of(List.of("!"), List.of("~"), List.of("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""),
				List.of("x".repeat(255)));
	}

	@ParameterizedTest
	@MethodSource("goodOnes")
	void visibleAsciiIsAKey(List<String> headers) {
		assertThat(IdempotencyKey.of(headers, ANNA, "POST", "/").scope()).hasSize(32);
	}

	static List<List<String>> badOnes() {
		return List.of(List.of(""), List.of(" "), List.of("a b"), List.of("a\tb"), List.of("a\u0000"),
				List.of("a\u007f"), List.of("é"), List.of("a\n"), List.of("x".repeat(256)), List.of("a", "a"),
				List.of());
	}

	@ParameterizedTest
	@MethodSource("badOnes")
	void anythingElseIsRefusedAndNamed(List<String> headers) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> IdempotencyKey.of(headers, ANNA, "POST", "/"))
			.satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
				assertThat(problem.errors()).extracting(FieldError::field).containsExactly("Idempotency-Key");
			});
	}

	private static IdempotencyKey key(String key, UUID caller, String method, String path) {
		return IdempotencyKey.of(List.of(key), caller, method, path);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
