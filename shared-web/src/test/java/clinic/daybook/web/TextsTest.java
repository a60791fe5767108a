package clinic.daybook.web;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

	@Test
	void aTimeIsReadToTheMicrosecond() {
		assertThat(Texts.instant("2026-12-01T09:00:00.123456789-05:00"))
			.isEqualTo(Instant.parse("2026-12-01T14:00:00.123456Z"));
	}

}
