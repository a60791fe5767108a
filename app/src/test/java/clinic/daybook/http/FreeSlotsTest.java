package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class FreeSlotsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "10:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	@Test
	void anybodySeesHoursPolicyAndSlots() {
		Answer answer = this.doctor.availability(this.monday, this.monday)
			.hasExactly("doctorId", "timeZone", "weeklyHours", "policy", "days");

		assertThat(answer.text("doctorId")).isEqualTo(this.doctor.id());
		assertThat(answer.text("timeZone")).isEqualTo("America/New_York");
		JsonNode slot = answer.node("days").get(0).get("slots").get(0);
		assertThat(slot.propertyNames()).containsExactlyInAnyOrder("start", "end");
		OffsetDateTime nine = this.doctor.at(this.monday, "09:00");
		assertThat(slot.get("start").stringValue()).isEqualTo(this.monday + "T09:00:00" + nine.getOffset());
		assertThat(slot.get("end").stringValue()).isEqualTo(this.monday + "T09:30:00" + nine.getOffset());
	}

	@Test
	void thePolicyIsTheDefaultOne() {
		JsonNode policy = this.doctor.availability(this.monday, this.monday).node("policy");

		assertThat(policy.get("minNoticeMinutes").intValue()).isZero();
		assertThat(policy.get("horizonDays").intValue()).isEqualTo(365);
		assertThat(policy.get("bufferMinutes").intValue()).isZero();
		assertThat(policy.get("maxPerMemberPerDay").intValue()).isEqualTo(10);
		assertThat(policy.get("cancelCutoffMinutes").intValue()).isZero();
	}

	@Test
	void nobodyLearnsADoctorsEmailOrAccount() {
		assertThat(this.doctor.availability(this.monday, this.monday).body()).doesNotContain(this.doctor.email())
			.doesNotContain(this.doctor.userId());
	}

	@Test
	void everyDateOfTheRangeIsThere() {
		List<String> dates = dates(availability("?from=" + this.monday + "&to=" + this.monday.plusDays(61)));

		assertThat(dates).hasSize(62).first().isEqualTo(this.monday.toString());
		assertThat(dates).isSorted().last().isEqualTo(this.monday.plusDays(61).toString());
	}

	@Test
	void aWeekFromTodayIsTheDefault() {
		LocalDate today = this.doctor.today();
		List<String> dates = dates(availability(""));

		assertThat(dates).hasSize(7);
		assertThat(LocalDate.parse(dates.get(0))).isBetween(today, this.doctor.today());
		assertThat(dates(availability("?from=" + this.monday))).hasSize(7).first().isEqualTo(this.monday.toString());
	}

	@Test
	void whatIsPastIsThereWithoutSlots() {
		JsonNode days = availability("?from=" + this.monday.minusWeeks(2) + "&to=" + this.monday.minusWeeks(2))
			.node("days");

		assertThat(days.size()).isEqualTo(1);
		assertThat(days.get(0).get("slots").size()).isZero();
	}

	@Test
	void todayOffersOnlyWhatIsStillToCome() {
		Doctor allDay = this.clinic.doctor("Asia/Kathmandu").opensEveryDay("00:00", "00:00", 5);

		List<String> starts = allDay.startsOn(allDay.today());

		assertThat(starts).allSatisfy((start) -> assertThat(OffsetDateTime.parse(start).toInstant())
			.isAfterOrEqualTo(this.clinic.now().minusSeconds(30)));
	}

	@Test
	void aRangeEndsNotBeforeItStarts() {
		refused("?from=" + this.monday + "&to=" + this.monday.minusDays(1), "to");
	}

	@Test
	void aRangeHasSixtyTwoDaysAtMost() {
		refused("?from=" + this.monday + "&to=" + this.monday.plusDays(62), "to");
	}

	@Test
	void aDateIsADate() {
		refused("?from=soon", "from");
		refused("?from=2026-02-30", "from");
		refused("?from=2026-2-3", "from");
		refused("?from=2026-12-01T09:00:00Z", "from");
		refused("?from=" + this.monday + "&to=later", "to");
		refused("?from=%2B999999999-12-31", "from");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?until=2026-12-01", "?from=2026-12-01&slots=4" })
	void parametersNobodyKnowsAreNamed(String query) {
		String unknown = query.contains("until") ? "until" : "slots";

		this.clinic.anyone().get("/api/availability/" + this.doctor.id() + query).blames(unknown);
	}

	@Test
	void anUnknownDoctorIsNotFound() {
		this.clinic.anyone().get("/api/availability/" + UUID.randomUUID()).problem(404, "not-found");
		this.clinic.anyone().get("/api/availability/17").problem(400, "invalid-request");
		this.clinic.anyone().get("/api/availability/" + this.doctor.userId()).problem(404, "not-found");
	}

	@Test
	void aBadTokenIsRefusedEvenHere() {
		this.clinic.anyone().withToken("forged").get("/api/availability/" + this.doctor.id()).problem(401);
	}

	private void refused(String query, String parameter) {
		this.clinic.anyone().get("/api/availability/" + this.doctor.id() + query).blames(parameter);
	}

	private Answer availability(String query) {
		return this.clinic.anyone().get("/api/availability/" + this.doctor.id() + query).is(200);
	}

	private static List<String> dates(Answer answer) {
		List<String> dates = new ArrayList<>();
		for (JsonNode day : answer.node("days").values()) {
			assertThat(day.propertyNames()).containsExactlyInAnyOrder("date", "slots");
			dates.add(day.get("date").stringValue());
		}
		return dates;
	}

}
