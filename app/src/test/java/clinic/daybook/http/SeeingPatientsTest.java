package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** From the waiting room to the end, or to an empty chair. */
class SeeingPatientsTest {

	private static final Daybook ALONE = Daybook.alone();

	private final Clinic clinic = ALONE.clinic();

	private final Doctor doctor = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final Member member = this.clinic.member();

	private final String id = this.member.hasBooked(this.doctor, this.nine);

	@AfterAll
	static void close() {
		ALONE.close();
	}

	@Test
	void aMemberIsCheckedInAndSeen() {
		itIs(this.doctor.at(this.monday, "00:00"));

		Answer there = this.clinic.reception().post(path("check-in"), "").is(200);
		assertThat(there.text("status")).isEqualTo("CHECKED_IN");
		assertThat(there.header("ETag")).isEqualTo("\"2\"");
		assertThat(this.clinic.reception().reads(this.id).is(200).json()).isEqualTo(there.json());

		Answer seen = doctor().post(path("complete"), "").is(200);
		assertThat(seen.text("status")).isEqualTo("COMPLETED");
		assertThat(seen.node("version").intValue()).isEqualTo(3);
		assertThat(member().get(path("")).text("status")).isEqualTo("COMPLETED");
	}

	@Test
	void nobodyIsCheckedInTheDayBefore() {
		this.doctor.post(path("check-in"), "").problem(409, "too-soon");

		assertThat(this.member.reads(this.id).text("status")).isEqualTo("BOOKED");
	}

	@Test
	void whoeverDoesNotComeIsMissedFromTheStartOnAndTheirHourIsFree() {
		itIs(this.nine.minusSeconds(60));
		doctor().post(path("no-show"), "").problem(409, "too-soon");
		itIs(this.nine);

		assertThat(doctor().post(path("no-show"), "").is(200).text("status")).isEqualTo("NO_SHOW");
		assertThat(member().get(path("")).text("status")).isEqualTo("NO_SHOW");

		doctor().post(path("no-show"), "").problem(409, "wrong-state");
		doctor().post(path("check-in"), "").problem(409, "wrong-state");
		member().post(path("cancel"), "{}").problem(409, "wrong-state");
	}

	@Test
	void whoeverWasNotCheckedInWasNotSeen() {
		doctor().post(path("complete"), "").problem(409, "wrong-state");
	}

	@Test
	void thisIsForTheDoctorAndTheFrontDesk() {
		Doctor another = this.clinic.doctor();
		for (String step : List.of("check-in", "complete", "no-show")) {
			this.member.post(path(step), "").problem(403, "forbidden");
			this.clinic.auditor().post(path(step), "").problem(403, "forbidden");
			another.post(path(step), "").problem(404, "not-found");
			this.clinic.anyone().post(path(step), "").problem(401, "unauthenticated");
			this.clinic.admin()
				.post("/api/appointments/" + UUID.randomUUID() + "/" + step, "")
				.problem(404, "not-found");
		}
	}

	@Test
	void whoeverMeansAnEarlierVersionIsStopped() {
		itIs(this.doctor.at(this.monday, "00:00"));

		doctor().with("If-Match", "\"7\"").post(path("check-in"), "").problem(412, "precondition-failed");
		doctor().with("If-Match", "\"1\"").post(path("check-in"), "").is(200);
		doctor().with("If-Match", "\"1\"").post(path("check-in"), "").problem(412, "precondition-failed");
		doctor().with("If-Match", "\"2\"").post(path("complete"), "").is(200);
	}

	@Test
	void aStaleVersionComesBeforeTheState() {
		this.member.cancels(this.id).is(200);

		this.member.as().with("If-Match", "\"1\"").post(path("cancel"), "{}").problem(412, "precondition-failed");
		this.member.as().with("If-Match", "\"2\"").post(path("cancel"), "{}").problem(409, "wrong-state");
	}

	private String path(String step) {
		return "/api/appointments/" + this.id + (step.isEmpty() ? "" : "/" + step);
	}

	/** Logged in anew, since tokens don't outlive a moved clock. */
	private Visitor doctor() {
		return this.clinic.login(this.doctor.email(), Clinic.PASSWORD);
	}

	private Visitor member() {
		return this.clinic.login(this.member.email(), Clinic.PASSWORD);
	}

	/** The clock never goes back, so each test has a week of its own. */
	private void itIs(OffsetDateTime time) {
		this.clinic.admin().post("/demo/clock", Json.body("now", time)).is(200);
	}

}
