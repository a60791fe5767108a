package clinic.daybook.http;

import java.time.Duration;

import clinic.daybook.testing.Daybook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A book with an event that can't be read, such as a later version of us would write. */
class StandstillTest {

	@Test
	void isReportedAndNothingIsSkipped() throws Exception {
		try (Daybook daybook = Daybook.alone()) {
			daybook.clinic().doctor();
			assertThat(health(daybook)).isEqualTo(200);

			JdbcClient.create(daybook.database()).sql("""
					select outcome from book.append(array[gen_random_uuid()], array['room-1'], array[0::bigint],
					  array['Room'], array['RoomPainted'], array['1'], array[now() - interval '1 minute'],
					  array['{}'::bytea], array['{}'::bytea], array[]::text[], array[]::text[], array[]::text[],
					  array[]::tstzrange[], array[]::text[], array[]::timestamptz[])
					""").query(String.class).single();

			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> health(daybook) == 503);
		}
	}

	private static int health(Daybook daybook) {
		return daybook.anyone().get("/actuator/health").status();
	}

}
