package clinic.daybook.http;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import clinic.daybook.testing.Daybook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators can collect, on the management port alone. */
class MetricsTest {

	private static final Duration GENEROUS = Duration.ofSeconds(30);

	@Test
	void tellHowFarEachProjectionIsBehind() {
		try (Daybook daybook = Daybook.measured()) {
			daybook.clinic().doctor();
			long projections = JdbcClient.create(daybook.database())
				.sql("select count(*) from book.token_entry where processor_name <> '__config'")
				.query(Long.class)
				.single();
			Awaitility.await().atMost(GENEROUS).untilAsserted(() -> {
				assertThat(lags(daybook, "events")).hasSize((int) projections).containsOnly(0.0);
				assertThat(lags(daybook, "seconds")).hasSize((int) projections).containsOnly(0.0);
			});

			hasAnEventThatCannotBeRead(daybook);

			Awaitility.await().atMost(GENEROUS).untilAsserted(() -> {
				assertThat(lags(daybook, "events")).hasSize((int) projections).containsOnly(1.0);
				assertThat(lags(daybook, "seconds")).hasSize((int) projections)
					.allSatisfy((seconds) -> assertThat(seconds).isGreaterThanOrEqualTo(60));
			});
			daybook.anyone().get("/actuator/prometheus").problem(404, "not-found");
		}
	}

	/** Recorded a minute ago. */
	private static void hasAnEventThatCannotBeRead(Daybook daybook) {
		JdbcClient.create(daybook.database()).sql("""
				select outcome from book.append(array[gen_random_uuid()], array['room-1'], array[0::bigint],
				  array['Room'], array['RoomPainted'], array['1'], array[now() - interval '1 minute'],
				  array['{}'::bytea], array['{}'::bytea], array[]::text[], array[]::text[], array[]::text[],
				  array[]::tstzrange[], array[]::text[], array[]::timestamptz[])
				""").query(String.class).single();
	}

	private static List<Double> lags(Daybook daybook, String unit) {
		Pattern line = Pattern.compile("^daybook_projection_lag_" + unit + "\\{processor=\"[^\"]+\"} (\\S+)$",
				Pattern.MULTILINE);
		return line.matcher(daybook.toOperators().anyone().get("/actuator/prometheus").is(200).body())
			.results()
			.map((MatchResult found) -> found.group(1))
			.map(Double::valueOf)
			.toList();
	}

}
