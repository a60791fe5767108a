package clinic.daybook.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class ChangingHoursOverBookingsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final Member member = this.clinic.member();

	private final String early = this.member.hasBooked(this.doctor, this.doctor.at(this.monday, "09:00"));

	private final String late = this.member.hasBooked(this.doctor, this.doctor.at(this.monday, "11:30"));

	@Test
	void refusesUnlessToldOtherwise() {
		Answer answer = this.doctor.sets(hours("10:00", "13:00")).problem(409, "appointments-affected").answer();

		List<JsonNode> affected = List.copyOf(answer.node("affected").values());
		assertThat(affected).hasSize(1);
		assertThat(affected.get(0).propertyNames()).containsExactlyInAnyOrder("appointmentId", "start", "end");
		assertThat(affected.get(0).get("appointmentId").stringValue()).isEqualTo(this.early);
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30", "10:00", "10:30", "11:00");
		assertThat(this.member.reads(this.early).text("status")).isEqualTo("BOOKED");
		this.doctor.sets(Json.with(hours("10:00", "13:00"), "onConflict", "REFUSE"))
			.problem(409, "appointments-affected");
	}

	@Test
	void keepLeavesThemBookedAndMarked() {
		this.doctor.sets(Json.with(hours("10:00", "13:00"), "onConflict", "KEEP")).is(200);

		assertThat(this.member.reads(this.early).text("status")).isEqualTo("BOOKED");
		assertThat(outsideHours(this.early)).isTrue();
		assertThat(outsideHours(this.late)).isFalse();
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("10:00", "10:30", "11:00", "12:00", "12:30");
	}

	@Test
	void cancelCancelsThem() {
		this.doctor.sets(Json.with(hours("10:00", "13:00"), "onConflict", "CANCEL")).is(200);

		Answer cancelled = this.member.reads(this.early).is(200);
		assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
		assertThat(cancelled.text("cancellation", "by")).isEqualTo("CLINIC");
		assertThat(this.member.reads(this.late).text("status")).isEqualTo("BOOKED");
		Doctor another = this.clinic.doctor().opens(MONDAY, "09:00", "12:00", 30);
		this.member.books(another, another.at(this.monday, "09:00")).is(201);
	}

	@Test
	void closingTheDayAffectsAll() {
		Answer answer = this.doctor.sets(Json.body("dayOfWeek", MONDAY, "windows", List.of(), "slotMinutes", 30))
			.problem(409, "appointments-affected")
			.answer();

		assertThat(answer.node("affected").size()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "09:00,12:00,45", "08:00,13:00,30", "08:50,12:00,20", "09:00,09:00,30" })
	void anotherGridOrLongerHoursAffectNothing(String start, String end, int slotMinutes) {
		this.doctor.sets(Json.with(hours(start, end), "slotMinutes", slotMinutes)).is(200);

		assertThat(outsideHours(this.early)).isFalse();
		assertThat(outsideHours(this.late)).isFalse();
	}

	@Test
	void anAppointmentNoLongerWhollyInsideIsAffected() {
		this.doctor.sets(hours("09:15", "12:00")).problem(409, "appointments-affected");
		this.doctor.sets(hours("09:00", "11:45")).problem(409, "appointments-affected");
	}

	@Test
	void cancelledAppointmentsAreNotAffected() {
		this.member.cancels(this.early).is(200);

		this.doctor.sets(hours("10:00", "13:00")).is(200);
	}

	@Test
	void hoursThatBeginAfterwardsAffectNothing() {
		this.doctor.sets(Json.with(hours("15:00", "16:00"), "effectiveFrom", this.monday.plusDays(1).toString()))
			.is(200);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30", "10:00", "10:30", "11:00");
	}

	@Test
	void whatToDoIsOneOfThree() {
		this.doctor.sets(Json.with(hours("10:00", "13:00"), "onConflict", "MAYBE")).blames("onConflict");
	}

	private boolean outsideHours(String appointmentId) {
		return this.member.reads(appointmentId).is(200).node("outsideHours").booleanValue();
	}

	private static Map<String, @Nullable Object> hours(String start, String end) {
		return Json.body("dayOfWeek", MONDAY, "windows", List.of(Json.window(start, end)), "slotMinutes", 30);
	}

}
