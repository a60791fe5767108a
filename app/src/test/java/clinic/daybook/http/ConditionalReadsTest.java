package clinic.daybook.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.RawRequest;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** ETag and If-None-Match, as RFC 9110 has them. */
class ConditionalReadsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final String availability = "/api/availability/" + this.doctor.id() + "?from=" + this.monday + "&to="
			+ this.monday;

	private final Member member = this.clinic.member();

	@Test
	void whoeverHasAnAvailabilityAlreadyIsToldSo() {
		Answer first = this.clinic.anyone().get(this.availability).is(200);
		assertThat(first.header("ETag")).matches("\"[A-Za-z0-9_-]{20,}\"");
		assertThat(first.header("Cache-Control")).isEqualTo("no-cache");

		Answer second = having(first.header("ETag")).get(this.availability).is(304);

		assertThat(second.body()).isEmpty();
		assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
		assertThat(second.header("Cache-Control")).isEqualTo("no-cache");
		assertThat(second.headerOrNull("Content-Type")).isNull();
	}

	@Test
	void itsTagChangesWhenItDoesAndOnlyThen() {
		String free = tag();

		this.member.hasBooked(this.doctor, this.nine.plusWeeks(1));
		this.member.hasBooked(this.clinic.doctor().opens(MONDAY, "13:00", "14:00", 30), this.nine.withHour(13));
		assertThat(tag()).isEqualTo(free);

		String id = this.member.hasBooked(this.doctor, this.nine);
		String booked = tag();
		assertThat(booked).isNotEqualTo(free);
		having(free).get(this.availability).is(200);
		having(booked).get(this.availability).is(304);

		this.member.cancels(id).is(200);
		assertThat(tag()).as("as it was, so the tag is too").isEqualTo(free);

		this.doctor.opens(TUESDAY, "09:00", "12:00", 30);
		String tuesdaysToo = tag();
		assertThat(tuesdaysToo).as("the weekly hours are part of it").isNotEqualTo(free);
		this.doctor.opens(TUESDAY, "09:00", "12:00", 30);
		assertThat(tag()).isEqualTo(tuesdaysToo);
		this.doctor.opens(MONDAY, "09:00", "12:00", 45);
		assertThat(tag()).isNotEqualTo(tuesdaysToo);
	}

	@Test
	void otherDatesAndOtherDoctorsHaveOtherTags() {
		Doctor other = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);

		assertThat(other.availability(this.monday, this.monday).header("ETag")).isNotEqualTo(tag());
		assertThat(this.doctor.availability(this.monday, this.monday.plusDays(1)).header("ETag")).isNotEqualTo(tag());
	}

	/** On a server whose clock nobody else looks at. */
	@Test
	void itsTagChangesWhenAnHourStrikes() {
		try (Daybook daybook = Daybook.alone()) {
			Clinic own = daybook.clinic();
			Doctor doctor = own.doctor("UTC").opensEveryDay("00:00", "00:00", 60);
			Instant hour = own.now().truncatedTo(ChronoUnit.DAYS).plus(33, ChronoUnit.HOURS);
			LocalDate date = LocalDate.ofInstant(hour, doctor.zone());
			moves(own, hour.minusSeconds(1200));
			String before = doctor.availability(date, date).header("ETag");

			moves(own, hour.minusSeconds(600));
			assertThat(doctor.availability(date, date).header("ETag")).isEqualTo(before);

			moves(own, hour.plusSeconds(600));
			assertThat(doctor.availability(date, date).header("ETag")).isNotEqualTo(before);
		}
	}

	@Test
	void whoeverHasAnAppointmentAlreadyIsToldSo() {
		String path = "/api/appointments/" + this.member.hasBooked(this.doctor, this.nine);
		assertThat(this.member.get(path).header("ETag")).isEqualTo("\"1\"");
		Visitor having = this.member.as().with("If-None-Match", "\"1\"");

		Answer same = having.get(path).is(304);
		assertThat(same.body()).isEmpty();
		assertThat(same.header("ETag")).isEqualTo("\"1\"");
		assertThat(this.member.get(path).header("Cache-Control")).contains("no-store");

		this.member.post(path + "/cancel", Json.body()).is(200);
		Answer changed = having.get(path).is(200);
		assertThat(changed.header("ETag")).isEqualTo("\"2\"");
		assertThat(changed.text("status")).isEqualTo("CANCELLED");
	}

	@Test
	void nobodyLearnsByATagWhatTheyMayNotSee() {
		String path = "/api/appointments/" + this.member.hasBooked(this.doctor, this.nine);

		for (String tag : new String[] { "*", "\"1\"" }) {
			this.clinic.member().as().with("If-None-Match", tag).get(path).problem(404, "not-found");
			this.clinic.auditor().as().with("If-None-Match", tag).get(path).problem(403, "forbidden");
			having(tag).get(path).problem(401, "unauthenticated");
			having(tag).get("/api/availability/" + UUID.randomUUID()).problem(404, "not-found");
			having(tag).get(this.availability + "&days=3").problem(400, "invalid-request");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s", "W/%s", "*", "  * ", "\"other\", %s", "%s,\"other\"", "W/\"other\" , W/%s",
			", ,%s,,", "\"a,b\", %s", "\"\", %s" })
	void aTagAmongOthersIsEnoughAndAWeakOneToo(String header) {
		String appointment = "/api/appointments/" + this.member.hasBooked(this.doctor, this.nine);

		having(header.formatted(tag())).get(this.availability).is(304);
		this.member.as().with("If-None-Match", header.formatted("\"1\"")).get(appointment).is(304);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"other\"", "W/\"other\"", "\"*\"", "\"other\", W/\"another\"", "\"\"", "\"", "%1$.5s",
			"\"a, %s", "1", ",", "\"11\"", "\"1", "\" 1\"" })
	void anyOtherTagIsNot(String header) {
		String appointment = "/api/appointments/" + this.member.hasBooked(this.doctor, this.nine);

		having(header.formatted(tag())).get(this.availability).is(200);
		this.member.as()
			.with("If-None-Match", header.replace("%1$.5s", "\"10").formatted("1"))
			.get(appointment)
			.is(200);
	}

	@Test
	void headersInSeveralLinesAreOneList() {
		assertThat(RawRequest
			.send(Daybook.shared(), "GET " + this.availability + " HTTP/1.1", "Host: localhost",
					"If-None-Match: \"other\"", "If-None-Match: " + tag())
			.status()).isEqualTo(304);
	}

	@Test
	void headIsTheSameWithoutABody() {
		String appointment = "/api/appointments/" + this.member.hasBooked(this.doctor, this.nine);
		String tag = tag();

		Answer head = this.clinic.anyone().head(this.availability).is(200);
		assertThat(head.header("ETag")).isEqualTo(tag);
		assertThat(head.body()).isEmpty();
		having(tag).head(this.availability).is(304);
		having("*").head(this.availability).is(304);
		having("\"other\"").head(this.availability).is(200);
		assertThat(this.member.as().head(appointment).is(200).header("ETag")).isEqualTo("\"1\"");
		this.member.as().with("If-None-Match", "\"1\"").head(appointment).is(304);
		this.member.as().with("If-None-Match", "*").head(appointment).is(304);
	}

	private String tag() {
		return this.clinic.anyone().get(this.availability).is(200).header("ETag");
	}

	private Visitor having(String tags) {
		return this.clinic.anyone().with("If-None-Match", tags);
	}

	private static void moves(Clinic clinic, Instant now) {
		clinic.admin().post("/demo/clock", Json.body("now", now)).is(200);
	}

}
