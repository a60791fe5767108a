package clinic.daybook.http;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.OffsetDateTime;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** A book that can't be written for a while. */
class StalledBookTest {

	@Test
	void isSaidToBeUnavailableInTimeAndTruly() throws Exception {
		try (Daybook daybook = Daybook.with("DAYBOOK_BOOK_PATIENCE", "1s")) {
			Clinic clinic = daybook.clinic();
			Doctor doctor = clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);
			Member member = clinic.member();
			OffsetDateTime eight = doctor.at(doctor.next(MONDAY), "08:00");

			try (Connection connection = daybook.database().getConnection();
					Statement statement = connection.createStatement()) {
				connection.setAutoCommit(false);
				statement.execute("select position from book.head for update");
				assertThat(unavailable(member.books(doctor, eight))).doesNotContain("unknown");
				connection.rollback();
			}
			String id = member.hasBooked(doctor, eight);
			member.cancels(id).is(200);

			long pid = JdbcClient.create(daybook.database())
				.sql("select pid from pg_stat_activity where datname = current_database() and query like :call")
				.param("call", "%book.append_each%")
				.query(Long.class)
				.list()
				.getFirst();
			signal("-STOP", pid);
			try {
				assertThat(unavailable(member.books(doctor, eight)))
					.isEqualTo("The outcome is unknown: retry with the same Idempotency-Key.");
			}
			finally {
				signal("-CONT", pid);
			}
		}
	}

	private static String unavailable(Answer answer) {
		answer.problem(503, "unavailable");
		assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
		return answer.text("detail");
	}

	private static void signal(String signal, long pid) throws IOException {
		new ProcessBuilder("kill", signal, Long.toString(pid)).start().onExit().join();
	}

}
