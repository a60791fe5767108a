package clinic.daybook.races;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;

import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** A PostgreSQL that goes away in the middle of the day, and comes back. */
class DatabaseAwayTest {

	private final JdbcClient elsewhere = JdbcClient.create(PostgresForTests.emptyDatabase());

	@Test
	void isSaidToBeAwayAndMissedByNobodyOnceItIsBack() {
		try (Daybook daybook = Daybook.alone()) {
			Clinic clinic = daybook.clinic();
			Doctor doctor = clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
			OffsetDateTime nine = doctor.at(doctor.next(MONDAY), "09:00");
			Member member = clinic.member();
			String database = JdbcClient.create(daybook.database())
				.sql("select current_database()")
				.query(String.class)
				.single();

			goesAway(database);
			try {
				isSaidBy(requests(clinic, member, doctor, nine));
				isSaidBy(requests(clinic, member, doctor, nine));
				daybook.anyone().get("/actuator/health/readiness").is(503);
				daybook.anyone().get("/actuator/health/liveness").is(200);
			}
			finally {
				comesBack(database);
			}

			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> health(daybook) == 200);
			String id = member.hasBooked(doctor, nine);
			assertThat(member.reads(id).is(200).text("status")).isEqualTo("BOOKED");
			assertThat(doctor.freeOn(nine.toLocalDate())).hasSize(5);
		}
	}

	/** The first to ask find connections that are cut, the others none. */
	private static List<Callable<Answer>> requests(Clinic clinic, Member member, Doctor doctor, OffsetDateTime start) {
		Object login = Json.body("email", member.email(), "password", member.password());
		return List.of(() -> member.books(doctor, start), () -> member.get("/api/appointments"),
				() -> clinic.anyone().get("/api/doctors"), () -> clinic.anyone().post("/auth/login", login),
				() -> clinic.anyone().post("/auth/register", Clinic.registration(Clinic.anEmail())));
	}

	private static void isSaidBy(List<Callable<Answer>> requests) {
		assertThat(Crowd.atOnce(requests)).allSatisfy((answer) -> {
			answer.problem(503, "unavailable");
			assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
		});
	}

	private void goesAway(String database) {
		this.elsewhere.sql("alter database " + database + " allow_connections false").update();
		this.elsewhere.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name")
			.param("name", database)
			.query(Boolean.class)
			.list();
	}

	private void comesBack(String database) {
		this.elsewhere.sql("alter database " + database + " allow_connections true").update();
	}

	private static int health(Daybook daybook) {
		return daybook.anyone().get("/actuator/health").status();
	}

}
