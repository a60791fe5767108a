package clinic.daybook.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.Test;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class ReadYourOwnWritesTest {

	private static final int CLIENTS = 5;

	private static final int ROUNDS = 100;

	private final Clinic clinic = Daybook.shared().clinic();

	/** 500 times book, look, cancel, look. */
	@Test
	void whatWasWrittenIsSeenByTheNextRead() throws Exception {
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				running.add(clients.submit(this::booksAndCancels));
			}
			for (Future<?> client : running) {
				client.get();
			}
		}
	}

	private void booksAndCancels() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "18:00", 30);
		Member member = this.clinic.member();
		LocalDate monday = doctor.next(MONDAY);
		for (int i = 0; i < ROUNDS; i++) {
			OffsetDateTime start = doctor.at(monday, "08:00").plusMinutes(30L * (i % 20));
			String time = start.toLocalTime().toString();

			String id = member.hasBooked(doctor, start);
			assertThat(booked(member)).as("list after booking, round " + i).containsExactly(id);
			assertThat(doctor.freeOn(monday)).as("slots after booking, round " + i).hasSize(19).doesNotContain(time);
			assertThat(member.reads(id).is(200).text("status")).isEqualTo("BOOKED");

			member.cancels(id).is(200);
			assertThat(booked(member)).as("list after cancelling, round " + i).isEmpty();
			assertThat(doctor.freeOn(monday)).as("slots after cancelling, round " + i).hasSize(20).contains(time);
			assertThat(member.reads(id).is(200).text("status")).isEqualTo("CANCELLED");
		}
	}

	@Test
	void aTokenOfAWriteIsHonoured() {
		Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "18:00", 30);
		Member member = this.clinic.member();
		Answer booked = member.books(doctor, doctor.at(doctor.next(MONDAY), "08:00")).is(201);

		member.as()
			.with("Consistency-Token", booked.header("Consistency-Token"))
			.get("/api/appointments/" + booked.text("appointmentId"))
			.is(200);
		this.clinic.anyone()
			.with("Consistency-Token", booked.header("Consistency-Token"))
			.get("/api/availability/" + doctor.id())
			.is(200);
	}

	@Test
	void aTokenThatCannotBeHonouredInTimeSaysWhenToComeBack() {
		String farAhead = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("p999999999999".getBytes(StandardCharsets.US_ASCII));

		for (Visitor visitor : List.of(this.clinic.member().as(), this.clinic.anyone())) {
			Answer answer = visitor.with("Consistency-Token", farAhead)
				.get(visitor.headers().isEmpty() ? "/api/doctors" : "/api/appointments")
				.problem(503, "unavailable")
				.answer();
			assertThat(answer.header("Retry-After")).isEqualTo("1");
		}
	}

	@Test
	void whatIsNoTokenOfAWriteIsRefused() {
		this.clinic.member()
			.as()
			.with("Consistency-Token", "yesterday")
			.get("/api/appointments")
			.problem(400, "invalid-request");
	}

	private static List<String> booked(Member member) {
		return member.get("/api/appointments?status=BOOKED")
			.is(200)
			.items()
			.stream()
			.map((item) -> item.get("appointmentId").stringValue())
			.toList();
	}

}
