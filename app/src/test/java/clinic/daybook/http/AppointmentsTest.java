package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class AppointmentsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final Member member = this.clinic.member();

	private final Member another = this.clinic.member();

	@Test
	void whoHasNoneSeesAnEmptyList() {
		Answer answer = this.member.get("/api/appointments").is(200).hasExactly("items", "next");

		assertThat(answer.items()).isEmpty();
		assertThat(answer.node("next").isNull()).isTrue();
	}

	@Test
	void aMemberSeesTheirOwn() {
		String id = this.member.hasBooked(this.doctor, this.nine);
		this.another.hasBooked(this.doctor, this.nine.plusMinutes(30));

		assertThat(ids(this.member, "")).containsExactly(id);
		this.member.reads(id).is(200);
	}

	@Test
	void aListShowsWhatASingleOneShows() {
		String id = this.member.hasBooked(this.doctor, this.nine);

		JsonNode listed = this.member.get("/api/appointments").items().get(0);

		assertThat(listed).isEqualTo(this.member.reads(id).json());
	}

	@Test
	void aDoctorSeesThoseWithThem() {
		Doctor other = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		String mine = this.member.hasBooked(this.doctor, this.nine);
		String others = this.member.hasBooked(other, this.nine.plusMinutes(30));

		assertThat(ids(this.doctor, "")).containsExactly(mine);
		this.doctor.reads(mine).is(200);
		this.doctor.reads(others).problem(404, "not-found");
		this.doctor.cancels(others).problem(404, "not-found");
	}

	@Test
	void adminAndReceptionSeeAllOfADoctorOrMember() {
		String one = this.member.hasBooked(this.doctor, this.nine);
		String two = this.another.hasBooked(this.doctor, this.nine.plusMinutes(30));
		for (Person person : List.of(this.clinic.admin(), this.clinic.reception())) {
			assertThat(ids(person, "?doctorId=" + this.doctor.id())).containsExactly(one, two);
			assertThat(ids(person, "?memberId=" + this.another.id())).containsExactly(two);
			assertThat(ids(person, "?doctorId=" + this.doctor.id() + "&memberId=" + this.member.id()))
				.containsExactly(one);
			assertThat(ids(person, "?doctorId=" + UUID.randomUUID())).isEmpty();
			assertThat(ids(person, "?limit=100").size()).isGreaterThanOrEqualTo(2);
			person.reads(one).is(200);
		}
	}

	@Test
	void somebodyElsesDoesNotExist() {
		String id = this.member.hasBooked(this.doctor, this.nine);
		String none = UUID.randomUUID().toString();

		String others = withoutTrace(this.another.reads(id).problem(404, "not-found").answer(), id);
		String unknown = withoutTrace(this.another.reads(none).problem(404, "not-found").answer(), none);

		assertThat(others).isEqualTo(unknown);
		this.another.cancels(id).problem(404, "not-found");
		this.clinic.doctor().reads(id).problem(404, "not-found");
		assertThat(this.member.reads(id).text("status")).isEqualTo("BOOKED");
	}

	@Test
	void filtersWidenNobodysView() {
		this.member.hasBooked(this.doctor, this.nine);

		for (String filter : List.of("?memberId=" + this.member.id(), "?doctorId=" + this.doctor.id())) {
			Answer answer = this.another.get("/api/appointments" + filter);
			assertThat(answer.status()).isIn(200, 400, 403, 404);
			assertThat(answer.body()).doesNotContain("appointmentId");
		}
		Answer byDoctor = this.clinic.doctor().get("/api/appointments?doctorId=" + this.doctor.id());
		assertThat(byDoctor.body()).doesNotContain("appointmentId");
	}

	@Test
	void theyAreFilteredByStatus() {
		String booked = this.member.hasBooked(this.doctor, this.nine);
		String cancelled = this.member.hasBooked(this.doctor, this.nine.plusMinutes(30));
		this.member.cancels(cancelled).is(200);

		assertThat(ids(this.member, "?status=BOOKED")).containsExactly(booked);
		assertThat(ids(this.member, "?status=CANCELLED")).containsExactly(cancelled);
		assertThat(ids(this.member, "?status=COMPLETED")).isEmpty();
		assertThat(ids(this.member, "")).containsExactly(booked, cancelled);
	}

	@Test
	void theyAreOrderedByStart() {
		String second = this.member.hasBooked(this.doctor, this.nine.plusMinutes(60));
		String third = this.member.hasBooked(this.doctor, this.nine.plusWeeks(1));
		String first = this.member.hasBooked(this.doctor, this.nine);

		assertThat(ids(this.member, "")).containsExactly(first, second, third);
		assertThat(ids(this.member, "?order=asc")).containsExactly(first, second, third);
		assertThat(ids(this.member, "?order=desc")).containsExactly(third, second, first);
	}

	@ParameterizedTest
	@CsvSource({ "asc,1", "asc,2", "desc,2", "desc,5" })
	void pagesAreWalkedToTheEnd(String order, int limit) {
		List<String> all = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			all.add(this.member.hasBooked(this.doctor, this.nine.plusMinutes(30L * i)));
		}
		if (order.equals("desc")) {
			Collections.reverse(all);
		}

		List<String> walked = new ArrayList<>();
		String query = "?order=" + order + "&limit=" + limit;
		String after = "";
		while (true) {
			Answer page = this.member.get("/api/appointments" + query + after).is(200);
			assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
			page.items().forEach((item) -> walked.add(item.get("appointmentId").stringValue()));
			if (page.node("next").isNull()) {
				break;
			}
			assertThat(page.text("next")).matches("[A-Za-z0-9_.~-]+");
			assertThat(page.items()).hasSize(limit);
			after = "&after=" + page.text("next");
		}

		assertThat(walked).containsExactlyElementsOf(all);
	}

	@Test
	void pagesStayInPlaceWhileAppointmentsAreAdded() {
		String second = this.member.hasBooked(this.doctor, this.nine.plusMinutes(30));
		String third = this.member.hasBooked(this.doctor, this.nine.plusMinutes(60));
		Answer page = this.member.get("/api/appointments?limit=1").is(200);
		assertThat(page.items().get(0).get("appointmentId").stringValue()).isEqualTo(second);

		this.member.hasBooked(this.doctor, this.nine);

		assertThat(ids(this.member, "?limit=1&after=" + page.text("next"))).containsExactly(third);
	}

	@Test
	void twentyAreAPage() {
		Doctor allWeek = this.clinic.doctor().opensEveryDay("08:00", "12:00", 60);
		LocalDate day = allWeek.next(MONDAY);
		for (int i = 0; i < 21; i++) {
			this.member.hasBooked(allWeek, allWeek.at(day.plusDays(i / 4), "%02d:00".formatted(8 + i % 4)));
		}

		assertThat(ids(this.member, "")).hasSize(20);
		assertThat(ids(this.member, "?limit=100")).hasSize(21);
	}

	@ParameterizedTest
	@CsvSource({ "limit=0,limit", "limit=101,limit", "limit=-1,limit", "limit=many,limit", "limit=1.5,limit",
			"limit=99999999999,limit", "after=%21%21,after", "after=abc,after", "order=sideways,order",
			"status=LOST,status", "doctorId=7,doctorId", "memberId=7,memberId", "from=soon,from", "to=later,to",
			"page=2,page" })
	void whatIsWrongInAQueryIsNamed(String query, String parameter) {
		this.clinic.admin().get("/api/appointments?" + query).blames(parameter);
	}

	@Test
	void aCursorOfSomethingElseIsRefused() {
		this.member.hasBooked(this.doctor, this.nine);
		this.member.hasBooked(this.doctor, this.nine.plusMinutes(30));
		String next = this.member.get("/api/appointments?limit=1").text("next");

		this.member.get("/api/appointments?after=" + next + "x").isNoFault();
		this.member.get("/api/appointments?after=" + next.substring(3)).isNoFault();
	}

	@Test
	void anIdIsAUuid() {
		this.member.reads("17").problem(400, "invalid-request");
		this.member.reads("1-1-1-1-1").problem(400, "invalid-request");
		this.member.cancels("17").problem(400, "invalid-request");
		this.member.reads(UUID.randomUUID().toString()).problem(404, "not-found");
		this.member.cancels(UUID.randomUUID().toString()).problem(404, "not-found");
	}

	private static List<String> ids(Person person, String query) {
		return person.get("/api/appointments" + query)
			.is(200)
			.items()
			.stream()
			.map((item) -> item.get("appointmentId").stringValue())
			.toList();
	}

	private static String withoutTrace(Answer answer, String id) {
		return answer.body().replace(answer.text("traceId"), "").replace(id, "");
	}

}
