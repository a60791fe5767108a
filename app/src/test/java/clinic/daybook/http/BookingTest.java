package clinic.daybook.http;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BookingTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final Member member = this.clinic.member();

	private final Member another = this.clinic.member();

	@Test
	void aFreeSlotIsBooked() {
		Answer answer = this.member
			.post("/api/appointments",
					Json.body("doctorId", this.doctor.id(), "start", this.nine, "reason", "A mole that itches"))
			.is(201)
			.hasExactly("appointmentId", "doctorId", "doctorName", "memberId", "memberName", "start", "end", "timeZone",
					"status", "outsideHours", "walkIn", "reason", "cancellation", "bookedAt", "version");

		assertThat(answer.text("doctorId")).isEqualTo(this.doctor.id());
		assertThat(answer.text("doctorName")).isEqualTo(this.doctor.fullName());
		assertThat(answer.text("memberId")).isEqualTo(this.member.id());
		assertThat(answer.text("memberName")).isEqualTo(this.member.fullName());
		assertThat(answer.text("start")).isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
		assertThat(answer.text("end")).isEqualTo(this.monday + "T09:30:00" + this.nine.getOffset());
		assertThat(answer.text("timeZone")).isEqualTo("America/New_York");
		assertThat(answer.text("status")).isEqualTo("BOOKED");
		assertThat(answer.node("outsideHours").booleanValue()).isFalse();
		assertThat(answer.node("walkIn").booleanValue()).isFalse();
		assertThat(answer.text("reason")).isEqualTo("A mole that itches");
		assertThat(answer.node("cancellation").isNull()).isTrue();
		assertThat(answer.node("version").isIntegralNumber()).isTrue();
		OffsetDateTime bookedAt = OffsetDateTime.parse(answer.text("bookedAt"));
		assertThat(bookedAt.toInstant()).isCloseTo(this.clinic.now(), within(1, ChronoUnit.MINUTES));
		assertThat(bookedAt.getOffset()).isEqualTo(this.doctor.zone().getRules().getOffset(bookedAt.toInstant()));
		assertThat(answer.header("Consistency-Token")).isNotBlank();
	}

	@Test
	void theLocationIsTheAppointment() {
		Answer booked = this.member.books(this.doctor, this.nine).is(201);

		assertThat(booked.header("Location")).endsWith("/api/appointments/" + booked.text("appointmentId"));
		assertThat(this.member.reads(booked.text("appointmentId")).is(200).json()).isEqualTo(booked.json());
	}

	@Test
	void withoutAReasonThereIsNone() {
		Answer booked = this.member.books(this.doctor, this.nine).is(201);

		assertThat(booked.node("reason").isNull()).isTrue();
	}

	@Test
	void aBookedSlotIsNoLongerOffered() {
		this.member.hasBooked(this.doctor, this.nine);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30", "10:00", "10:30", "11:00", "11:30");
	}

	@Test
	void aTakenSlotIsRefusedAndOthersOffered() {
		this.member.hasBooked(this.doctor, this.nine);
		this.member.hasBooked(this.doctor, this.nine.plusMinutes(60));

		assertThat(this.another.books(this.doctor, this.nine).problem(409, "slot-taken").nextFreeStarts())
			.containsExactly(this.monday + "T09:30:00" + this.nine.getOffset(),
					this.monday + "T10:30:00" + this.nine.getOffset(),
					this.monday + "T11:00:00" + this.nine.getOffset());
	}

	@Test
	void theSameMemberTwiceIsJustTakenToo() {
		this.member.hasBooked(this.doctor, this.nine);

		this.member.books(this.doctor, this.nine).problem(409, "slot-taken");
	}

	@Test
	void whatIsOfferedInsteadLiesAfterTheAskedStart() {
		this.member.hasBooked(this.doctor, this.nine.plusMinutes(120));

		assertThat(
				this.another.books(this.doctor, this.nine.plusMinutes(120)).problem(409, "slot-taken").nextFreeStarts())
			.first()
			.isEqualTo(this.monday + "T11:30:00" + this.nine.getOffset());
	}

	@Test
	void whatIsOfferedInsteadCanBeBooked() {
		this.member.hasBooked(this.doctor, this.nine);
		String instead = this.another.books(this.doctor, this.nine).problem(409, "slot-taken").nextFreeStarts().get(0);

		this.another.books(this.doctor, OffsetDateTime.parse(instead)).is(201);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 15, 29, 45 })
	void offTheGridIsRefused(long minutes) {
		this.member.books(this.doctor, this.nine.plusMinutes(minutes)).problem(422, "not-on-grid");
	}

	@Test
	void aSecondOffTheGridIsRefused() {
		this.member.books(this.doctor, this.nine.plusSeconds(1)).problem(422, "not-on-grid");
		this.member.books(this.doctor, this.nine.plusNanos(1000)).problem(422, "not-on-grid");
	}

	@Test
	void offTheGridComesBeforeTaken() {
		this.member.hasBooked(this.doctor, this.nine);

		this.another.books(this.doctor, this.nine.plusMinutes(15)).problem(422, "not-on-grid");
	}

	@Test
	void outsideTheHoursIsRefused() {
		this.member.books(this.doctor, this.nine.minusMinutes(30)).problem(409, "outside-working-hours");
		this.member.books(this.doctor, this.nine.plusHours(3)).problem(409, "outside-working-hours");
		this.member.books(this.doctor, this.nine.plusDays(2)).problem(409, "outside-working-hours");
		this.member.books(this.clinic.doctor(), this.nine).problem(409, "outside-working-hours");
	}

	@Test
	void outsideTheHoursOthersAreOffered() {
		assertThat(this.member.books(this.doctor, this.nine.minusMinutes(30))
			.problem(409, "outside-working-hours")
			.nextFreeStarts()).first().isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
	}

	@Test
	void thePastIsRefusedFirst() {
		this.member.books(this.doctor, this.nine.minusWeeks(2)).problem(409, "too-soon");
		this.member.books(this.doctor, this.nine.minusWeeks(2).plusMinutes(7)).problem(409, "too-soon");
		this.member.books(this.doctor, this.nine.minusWeeks(2).minusDays(3)).problem(409, "too-soon");
	}

	@Test
	void notEvenAnAdminBooksThePast() {
		Doctor allDay = this.clinic.doctor("UTC").opensEveryDay("00:00", "00:00", 5);
		OffsetDateTime justNow = this.clinic.now().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
		OffsetDateTime onGrid = justNow.minusMinutes(justNow.getMinute() % 5).minusMinutes(5);

		this.clinic.admin().books(this.member, allDay, onGrid).problem(409, "too-soon");
		this.member.books(allDay, onGrid).problem(409, "too-soon");
		this.member.books(allDay, onGrid.plusMinutes(15)).is(201);
	}

	@Test
	void anOverlapIsRefusedAfterTheSlotLengthChanged() {
		this.member.hasBooked(this.doctor, this.nine);
		this.doctor.opens(MONDAY, "09:00", "12:00", 15);

		this.another.books(this.doctor, this.nine.plusMinutes(15)).problem(409, "slot-taken");
		this.another.books(this.doctor, this.nine).problem(409, "slot-taken");
		this.another.books(this.doctor, this.nine.plusMinutes(30)).is(201);
		assertThat(this.doctor.freeOn(this.monday)).first().isEqualTo("09:45");
	}

	@Test
	void anOverlapFromTheFrontIsRefusedToo() {
		this.member.hasBooked(this.doctor, this.nine.plusMinutes(30));
		this.doctor.opens(MONDAY, "09:00", "12:00", 60);

		this.another.books(this.doctor, this.nine).problem(409, "slot-taken");
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("10:00", "11:00");
	}

	@Test
	void aMemberIsWithOneDoctorAtATime() {
		Doctor other = this.clinic.doctor("Europe/Berlin").opensEveryDay("00:00", "00:00", 60);
		this.member.hasBooked(this.doctor, this.nine.plusMinutes(30));

		Answer busy = this.member.books(other, this.nine).problem(409, "member-busy").answer();

		assertThat(busy.body()).doesNotContain(this.doctor.id()).doesNotContain(this.doctor.fullName());
		this.member.books(other, this.nine.plusHours(1)).is(201);
		this.another.books(other, this.nine).is(201);
		assertThat(other.freeOn(this.nine.atZoneSameInstant(other.zone()).toLocalDate())).hasSize(22);
	}

	@Test
	void aTakenSlotComesBeforeABusyMember() {
		Doctor other = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "12:00", 30);
		this.member.hasBooked(this.doctor, this.nine);
		this.another.hasBooked(other, this.nine);

		this.member.books(other, this.nine).problem(409, "slot-taken");
	}

	@Test
	void aMemberIsFreeAgainAfterCancelling() {
		Doctor other = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "12:00", 30);
		this.member.cancels(this.member.hasBooked(this.doctor, this.nine)).is(200);

		this.member.books(other, this.nine).is(201);
	}

	@Test
	void theInstantCountsAndNotHowItIsWritten() {
		OffsetDateTime elsewhere = this.nine.withOffsetSameInstant(ZoneOffset.ofHoursMinutes(5, 45));

		Answer booked = this.member.books(this.doctor, elsewhere).is(201);

		assertThat(booked.text("start")).isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
		this.another.books(this.doctor, this.nine.toInstant()).problem(409, "slot-taken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2030-12-02T09:00:00", "2030-12-02", "09:00", "soon", "", "2030-13-02T09:00:00Z",
			"2030-12-02T25:00:00Z", "1911913200", "2030-12-02 09:00:00Z", "2030-12-02T09:00:00 01:00" })
	void aTimeNeedsAnOffset(String start) {
		this.member.post("/api/appointments", Json.body("doctorId", this.doctor.id(), "start", start)).blames("start");
	}

	@Test
	void whatIsMissingIsNamed() {
		this.member.post("/api/appointments", Json.body("doctorId", this.doctor.id())).blames("start");
		this.member.post("/api/appointments", Json.body("doctorId", this.doctor.id(), "start", null)).blames("start");
		this.member.post("/api/appointments", Json.body("doctorId", this.doctor.id(), "start", 1911913200))
			.blames("start");
		this.member.post("/api/appointments", Json.body("start", this.nine)).problem(400, "invalid-request");
		this.member.post("/api/appointments", Json.body("doctorId", "7", "start", this.nine)).blames("doctorId");
		this.member.post("/api/appointments", Json.body("doctorId", 7, "start", this.nine)).blames("doctorId");
	}

	@Test
	void fieldsNobodyKnowsAreNamed() {
		this.member.post("/api/appointments", Json.with(booking(), "status", "COMPLETED")).blames("status");
		this.member.post("/api/appointments", Json.with(booking(), "end", this.nine.plusHours(1).toString()))
			.blames("end");
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
	}

	@Test
	void anUnknownDoctorIsNotFound() {
		this.member.post("/api/appointments", Json.with(booking(), "doctorId", UUID.randomUUID()))
			.problem(404, "not-found");
		this.member.post("/api/appointments", Json.with(booking(), "doctorId", this.member.id()))
			.problem(404, "not-found");
	}

	@Test
	void anAdminAndTheReceptionBookForAMember() {
		Answer byAdmin = this.clinic.admin().books(this.member, this.doctor, this.nine).is(201);
		Answer byReception = this.clinic.reception()
			.books(this.another, this.doctor, this.nine.plusMinutes(30))
			.is(201);

		assertThat(byAdmin.text("memberId")).isEqualTo(this.member.id());
		assertThat(byReception.text("memberName")).isEqualTo(this.another.fullName());
		this.member.reads(byAdmin.text("appointmentId")).is(200);
		this.another.reads(byReception.text("appointmentId")).is(200);
	}

	@Test
	void anAdminNamesTheMember() {
		Staff admin = this.clinic.admin();

		admin.post("/api/appointments", booking()).blames("memberId");
		admin.post("/api/appointments", Json.with(booking(), "memberId", "seven")).blames("memberId");
		admin.post("/api/appointments", Json.with(booking(), "memberId", UUID.randomUUID())).problem(404, "not-found");
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
	}

	@Test
	void staffIsNoPatient() {
		Staff admin = this.clinic.admin();

		assertThat(admin.post("/api/appointments", Json.with(booking(), "memberId", admin.userId())).status())
			.isBetween(400, 499);
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
	}

	@Test
	void aMemberBooksInNobodyElsesName() {
		Answer answer = this.member.post("/api/appointments", Json.with(booking(), "memberId", this.another.id()));

		assertThat(answer.status()).as(answer::toString).isIn(400, 403);
		answer.problem(answer.status());
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
	}

	@Test
	void adminsAreNotExemptFromTheHoursEither() {
		Staff admin = this.clinic.admin();

		admin.books(this.member, this.doctor, this.nine.minusMinutes(30)).problem(409, "outside-working-hours");
		admin.books(this.member, this.doctor, this.nine.plusMinutes(7)).problem(422, "not-on-grid");
		admin.books(this.member, this.doctor, this.nine).is(201);
		admin.books(this.another, this.doctor, this.nine).problem(409, "slot-taken");
	}

	@Test
	void theFirstAndTheLastSlotOfADayAreSlotsLikeOthers() {
		Doctor allDay = this.clinic.doctor("Pacific/Auckland").opens(WEDNESDAY, "00:00", "00:00", 60);
		LocalDate day = allDay.next(WEDNESDAY);

		this.member.hasBooked(allDay, allDay.at(day, "00:00"));
		this.member.hasBooked(allDay, allDay.at(day, "23:00"));

		assertThat(allDay.freeOn(day)).hasSize(22).first().isEqualTo("01:00");
		this.member.books(allDay, allDay.at(day.plusDays(1), "00:00")).problem(409, "outside-working-hours");
	}

	@Test
	void aNightIsBookedUnderItsLocalDate() {
		Doctor nights = this.clinic.doctor("Asia/Kathmandu").opens(MONDAY, "22:00", "02:00", 60);
		LocalDate day = nights.next(MONDAY);

		Answer booked = this.member.books(nights, nights.at(day.plusDays(1), "01:00")).is(201);

		assertThat(booked.text("start")).isEqualTo(day.plusDays(1) + "T01:00:00+05:45");
		assertThat(nights.freeOn(day.plusDays(1))).containsExactly("00:00");
		this.another.books(nights, nights.at(day, "01:00")).problem(409, "outside-working-hours");
	}

	@Test
	void whatIsOfferedInsteadSuitsTheMembersOtherAppointments() {
		Doctor other = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "11:00", 30);
		LocalDate monday = other.next(MONDAY);
		this.member.hasBooked(other, other.at(monday, "09:00"));
		this.member.hasBooked(other, other.at(monday, "10:00"));
		Doctor asked = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "12:00", 30);
		this.clinic.member().hasBooked(asked, asked.at(monday, "09:30"));

		assertThat(this.member.books(asked, asked.at(monday, "09:00")).problem(409, "member-busy").nextFreeStarts())
			.containsExactly(offered(asked, monday, "10:30"), offered(asked, monday, "11:00"),
					offered(asked, monday, "11:30"));
		assertThat(this.member.books(asked, asked.at(monday, "09:30")).problem(409, "slot-taken").nextFreeStarts())
			.containsExactly(offered(asked, monday, "10:30"), offered(asked, monday, "11:00"),
					offered(asked, monday, "11:30"));
	}

	@Test
	void tenADayAreEnoughButToBeBusyComesFirst() {
		Doctor other = this.clinic.doctor("America/New_York").opens(MONDAY, "15:00", "16:00", 30);
		Doctor asked = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "17:00", 30);
		LocalDate monday = asked.next(MONDAY);
		OffsetDateTime first = asked.at(monday, "09:00");
		for (int i = 0; i < 10; i++) {
			this.member.hasBooked(asked, first.plusMinutes(30L * i));
		}
		this.member.hasBooked(other, other.at(monday, "15:00"));

		this.member.books(asked, asked.at(monday, "15:00")).problem(409, "member-busy");
		assertThat(this.member.books(asked, asked.at(monday, "14:00")).problem(409, "limit-reached").nextFreeStarts())
			.containsExactly(offered(asked, monday.plusWeeks(1), "09:00"), offered(asked, monday.plusWeeks(1), "09:30"),
					offered(asked, monday.plusWeeks(1), "10:00"));
	}

	private static String offered(Doctor doctor, LocalDate date, String time) {
		return doctor.at(date, time).format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
	}

	@Test
	void everySlotOfADayCanBeBookedAndThenNoneIsLeft() {
		for (String start : this.doctor.startsOn(this.monday)) {
			this.member.books(this.doctor, OffsetDateTime.parse(start)).is(201);
		}

		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
		assertThat(this.another.books(this.doctor, this.nine).problem(409, "slot-taken").nextFreeStarts())
			.allSatisfy((start) -> assertThat(Duration.between(this.nine, OffsetDateTime.parse(start)))
				.isGreaterThanOrEqualTo(Duration.ofDays(6)));
	}

	private Map<String, @Nullable Object> booking() {
		return Json.body("doctorId", this.doctor.id(), "start", this.nine);
	}

}
