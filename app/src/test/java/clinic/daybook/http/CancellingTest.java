package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.Test;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CancellingTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final Member member = this.clinic.member();

	private final String id = this.member.hasBooked(this.doctor, this.nine);

	@Test
	void aMemberCancels() {
		int version = this.member.reads(this.id).node("version").intValue();

		Answer answer = this.member
			.post("/api/appointments/" + this.id + "/cancel", Json.body("reason", "I feel better"))
			.is(200);

		assertThat(answer.text("appointmentId")).isEqualTo(this.id);
		assertThat(answer.text("status")).isEqualTo("CANCELLED");
		assertThat(answer.node("cancellation").propertyNames()).containsExactlyInAnyOrder("at", "by", "reason");
		assertThat(answer.text("cancellation", "by")).isEqualTo("MEMBER");
		assertThat(answer.text("cancellation", "reason")).isEqualTo("I feel better");
		OffsetDateTime at = OffsetDateTime.parse(answer.text("cancellation", "at"));
		assertThat(at.toInstant()).isCloseTo(this.clinic.now(), within(1, ChronoUnit.MINUTES));
		assertThat(at.getOffset()).isEqualTo(this.doctor.zone().getRules().getOffset(at.toInstant()));
		assertThat(answer.node("version").intValue()).isEqualTo(version + 1);
		assertThat(answer.header("Consistency-Token")).isNotBlank();
		assertThat(this.member.reads(this.id).is(200).json()).isEqualTo(answer.json());
	}

	@Test
	void whoeverMeansAnEarlierVersionIsStopped() {
		String cancel = "/api/appointments/" + this.id + "/cancel";

		for (String tag : List.of("\"7\"", "W/\"1\"", "1", "\"one\"")) {
			this.member.as().with("If-Match", tag).post(cancel, "{}").problem(412, "precondition-failed");
		}
		assertThat(this.doctor.freeOn(this.monday)).doesNotContain("09:00");
		this.member.as().with("If-Match", "\"1\"").post(cancel, "{}").is(200);
	}

	@Test
	void aReasonIsNotNeeded() {
		assertThat(this.member.cancels(this.id).is(200).node("cancellation", "reason").isNull()).isTrue();
	}

	@Test
	void whoeverElseCancelsIsTheClinic() {
		String second = this.member.hasBooked(this.doctor, this.nine.plusMinutes(30));
		String third = this.member.hasBooked(this.doctor, this.nine.plusMinutes(60));

		assertThat(this.doctor.cancels(this.id).is(200).text("cancellation", "by")).isEqualTo("CLINIC");
		assertThat(this.clinic.admin().cancels(second).is(200).text("cancellation", "by")).isEqualTo("CLINIC");
		assertThat(this.clinic.reception().cancels(third).is(200).text("cancellation", "by")).isEqualTo("CLINIC");
	}

	@Test
	void aCancelledSlotIsFreeAgain() {
		this.member.cancels(this.id).is(200);

		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
		String again = this.clinic.member().hasBooked(this.doctor, this.nine);
		assertThat(again).isNotEqualTo(this.id);
		assertThat(this.member.reads(this.id).text("status")).isEqualTo("CANCELLED");
		this.member.books(this.doctor, this.nine).problem(409, "slot-taken");
	}

	@Test
	void theSameMemberMayBookItAgain() {
		this.member.cancels(this.id).is(200);
		String again = this.member.hasBooked(this.doctor, this.nine);
		this.member.cancels(again).is(200);

		this.member.books(this.doctor, this.nine).is(201);
	}

	@Test
	void whatIsCancelledCannotBeCancelled() {
		this.member.cancels(this.id).is(200);

		this.member.cancels(this.id).problem(409, "wrong-state");
		this.clinic.admin().cancels(this.id).problem(409, "wrong-state");
	}

	@Test
	void whatIsWrongIsNamed() {
		String path = "/api/appointments/" + this.id + "/cancel";

		this.member.post(path, Json.body("reason", 7)).blames("reason");
		this.member.post(path, Json.body("because", "of rain")).blames("because");
		assertThat(this.member.reads(this.id).text("status")).isEqualTo("BOOKED");
	}

}
