package clinic.daybook.http;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class SlotsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Department department = Department.opened(this.clinic.admin());

	@Test
	void anybodySeesWhoIsFreeAndWhen() {
		Doctor doctor = doctor("America/New_York").opens(MONDAY, "09:00", "10:00", 30);
		LocalDate monday = doctor.next(MONDAY);

		Answer answer = slots("&from=" + monday + "&to=" + monday).is(200).hasExactly("items", "next");

		JsonNode slot = answer.items().get(0);
		assertThat(slot.propertyNames()).containsExactlyInAnyOrder("doctorId", "doctorName", "start", "end");
		assertThat(slot.get("doctorId").stringValue()).isEqualTo(doctor.id());
		assertThat(slot.get("doctorName").stringValue()).isEqualTo(doctor.fullName());
		ZoneOffset offset = doctor.at(monday, "09:00").getOffset();
		assertThat(slot.get("start").stringValue()).isEqualTo(monday + "T09:00:00" + offset);
		assertThat(slot.get("end").stringValue()).isEqualTo(monday + "T09:30:00" + offset);
		assertThat(answer.items()).hasSize(2);
		assertThat(answer.node("next").isNull()).isTrue();
		assertThat(answer.body()).doesNotContain(doctor.email()).doesNotContain(doctor.userId());
		this.clinic.anyone().withToken("forged").get("/api/slots").problem(401);
	}

	@Test
	void theyAreOfTheDoctorsWhoMatch() {
		String specialty = "Zweig " + UUID.randomUUID();
		Doctor one = doctor("UTC").opens(MONDAY, "09:00", "09:30", 30);
		Doctor other = doctor("UTC").opens(MONDAY, "09:00", "09:30", 30);
		changes(one, specialty, true);
		this.clinic.doctor("UTC").opens(MONDAY, "09:00", "09:30", 30);

		assertThat(doctorsOf(slots(""))).containsOnly(one.id(), other.id());
		assertThat(doctorsOf(slots("&doctorId=" + other.id()))).containsOnly(other.id());
		assertThat(doctorsOf(slots("&specialty=" + specialty.toUpperCase(Locale.ROOT).replace(" ", "%20"))))
			.containsOnly(one.id());
		assertThat(doctorsOf(slots("&specialty=Zweig"))).isEmpty();
		assertThat(doctorsOf(this.clinic.anyone().get("/api/slots?doctorId=" + other.id()))).containsOnly(other.id());
		assertThat(doctorsOf(slots("&specialty=" + specialty.replace(" ", "+") + "&doctorId=" + other.id()))).isEmpty();
		this.department.letsGo(one).is(204);
		assertThat(doctorsOf(slots(""))).containsOnly(other.id());
	}

	@Test
	void whoIsNotThereHasNone() {
		String nobody = UUID.randomUUID().toString();

		for (String query : List.of("doctorId=" + nobody, "departmentId=" + nobody,
				"departmentId=" + this.department.id(), "specialty=" + nobody)) {
			Answer answer = this.clinic.anyone().get("/api/slots?" + query).is(200);
			assertThat(answer.items()).isEmpty();
			assertThat(answer.node("next").isNull()).isTrue();
		}
	}

	@Test
	void anInactiveDoctorOffersNoneUntilTheyAreBack() {
		Doctor doctor = doctor("UTC").opens(MONDAY, "09:00", "09:30", 30);

		changes(doctor, "Surgery", false);
		assertThat(doctorsOf(slots(""))).isEmpty();

		changes(doctor, "Surgery", true);
		assertThat(doctorsOf(slots(""))).containsOnly(doctor.id());
	}

	@Test
	void theyComeByStartAndAtTheSameTimeByDoctor() {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			ids.add(doctor("UTC").opens(MONDAY, "09:00", "10:00", 30).id());
		}
		Doctor earlier = doctor("Europe/Istanbul").opens(MONDAY, "11:00", "12:00", 30);
		ids.sort(Comparator.naturalOrder());
		LocalDate monday = earlier.next(MONDAY);

		Answer answer = slots("&from=" + monday + "&to=" + monday);

		assertThat(doctorsOf(answer))
			.containsExactlyElementsOf(Stream.of(Stream.of(earlier.id(), earlier.id()), ids.stream(), ids.stream())
				.flatMap((each) -> each)
				.toList());
	}

	@Test
	void todayAndThirteenDaysAreTheDefault() {
		Doctor doctor = doctor(whereItIsDay()).opensEveryDay("23:00", "23:30", 30);
		LocalDate today = doctor.today();

		assertThat(dates(slots(""))).hasSize(14).startsWith(today).endsWith(today.plusDays(13));
		assertThat(dates(slots("&from=" + today.plusDays(3)))).hasSize(14)
			.startsWith(today.plusDays(3))
			.endsWith(today.plusDays(16));
		assertThat(dates(slots("&to=" + today.plusDays(3)))).hasSize(4).endsWith(today.plusDays(3));
	}

	@Test
	void datesAreThoseOfEachDoctorsOwnZone() {
		Doctor ahead = doctor("Pacific/Kiritimati").opensEveryDay("00:00", "00:00", 480);
		Doctor behind = doctor("Pacific/Pago_Pago").opensEveryDay("00:00", "00:00", 480);
		LocalDate date = ahead.today().plusDays(2);

		Answer answer = slots("&from=" + date + "&to=" + date);

		assertThat(doctorsOf(answer)).containsExactly(ahead.id(), ahead.id(), ahead.id(), behind.id(), behind.id(),
				behind.id());
		assertThat(dates(answer)).containsOnly(date);
	}

	@Test
	void whoseTodayIsPastTheLastDateDoesNotSpoilTheSearch() {
		Doctor ahead = doctor("Pacific/Kiritimati").opensEveryDay("00:00", "00:00", 5);
		Doctor behind = doctor("Pacific/Pago_Pago").opensEveryDay("00:00", "00:00", 5);
		LocalDate last = ahead.today().minusDays(1);

		assertThat(doctorsOf(slots("&limit=1&to=" + last))).containsOnly(behind.id());
		slots("&to=" + behind.today().minusDays(1)).blames("to");
	}

	@Test
	void aRangeHasSixtyTwoDaysAtMostAndEndsNotBeforeItStarts() {
		Doctor doctor = doctor(whereItIsDay());
		LocalDate today = doctor.today();

		slots("&from=" + today + "&to=" + today.plusDays(61)).is(200);
		slots("&to=" + today.plusDays(61)).is(200);
		slots("&from=" + today + "&to=" + today.plusDays(62)).blames("to");
		slots("&to=" + today.plusDays(62)).blames("to");
		slots("&from=" + today + "&to=" + today.minusDays(1)).blames("to");
		slots("&to=" + today.minusDays(1)).blames("to");
		this.clinic.anyone()
			.get("/api/slots?doctorId=" + UUID.randomUUID() + "&from=2026-12-02&to=2026-12-01")
			.blames("to");
	}

	@ParameterizedTest
	@CsvSource({ "departmentId=7,departmentId", "doctorId=7,doctorId", "doctorId=,doctorId", "from=soon,from",
			"to=2026-02-30,to", "from=2026-12-01T09:00:00Z,from", "limit=0,limit", "limit=101,limit", "limit=x,limit",
			"after=abc,after", "q=Noor,q", "specialty=a&specialty=b,specialty" })
	void whatIsWrongInAQueryIsNamed(String query, String parameter) {
		this.clinic.anyone().get("/api/slots?" + query).blames(parameter);
	}

	@Test
	void aTakenSlotIsGoneAtOnceAndACancelledOneBack() {
		Doctor doctor = doctor("UTC").opens(MONDAY, "09:00", "10:00", 30);
		LocalDate monday = doctor.next(MONDAY);
		String range = "&from=" + monday + "&to=" + monday;
		Member member = this.clinic.member();

		String id = member.hasBooked(doctor, doctor.at(monday, "09:00"));
		assertThat(times(slots(range))).containsExactly("09:30");

		member.cancels(id).is(200);
		assertThat(times(slots(range))).containsExactly("09:00", "09:30");
	}

	@Test
	void pagesStayRightWhileSlotsAreTakenAndAdded() {
		Doctor doctor = doctor("UTC").opens(MONDAY, "09:00", "12:00", 30);
		LocalDate monday = doctor.next(MONDAY);
		String range = "&limit=3&from=" + monday + "&to=" + monday;
		String taken = this.clinic.member().hasBooked(doctor, doctor.at(monday, "11:00"));

		List<JsonNode> paged = this.clinic.anyone().readsAll(path(range), (soFar) -> {
			if (soFar.size() == 3) {
				// The one that the page ended with, and one of the next; more on both
				// sides.
				this.clinic.member().hasBooked(doctor, doctor.at(monday, "10:00"));
				this.clinic.member().hasBooked(doctor, doctor.at(monday, "10:30"));
				this.clinic.admin().cancels(taken).is(200);
				doctor.opens(MONDAY, "08:00", "13:00", 30);
				doctor("UTC").opens(MONDAY, "11:15", "12:15", 60);
			}
		});

		assertThat(paged.stream().map(SlotsTest::time)).containsExactly("09:00", "09:30", "10:00", "11:00", "11:15",
				"11:30", "12:00", "12:30");
	}

	@Test
	void whatIsOfferedCanBeBooked() {
		doctor("Asia/Kathmandu").opensEveryDay("09:00", "12:00", 45);
		doctor("America/New_York").opensEveryDay("22:00", "02:00", 60);
		LocalDate from = LocalDate.ofInstant(this.clinic.now(), ZoneOffset.UTC).plusDays(2);

		Answer offered = slots("&limit=8&from=" + from);

		assertThat(offered.items()).hasSize(8);
		for (JsonNode slot : offered.items()) {
			this.clinic.member()
				.post("/api/appointments",
						Json.body("doctorId", slot.get("doctorId").stringValue(), "start",
								slot.get("start").stringValue()))
				.is(201);
		}
		assertThat(slots("&limit=8&from=" + from).items()).doesNotContainAnyElementsOf(offered.items());
	}

	/** From tomorrow on, or else a slot's hour could strike between two questions. */
	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13 })
	void theyAreWhatEachDoctorsAvailabilitySays(long seed) {
		Random random = new Random(seed);
		List<Doctor> doctors = new ArrayList<>();
		for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Australia/Lord_Howe",
				"America/New_York")) {
			doctors.add(opensAnyHours(doctor(zone), random));
		}
		LocalDate tomorrow = LocalDate.ofInstant(this.clinic.now(), ZoneOffset.UTC).plusDays(2);
		for (Doctor doctor : doctors) {
			Member member = this.clinic.member();
			List<Slot> offered = new ArrayList<>(offeredBy(doctor, tomorrow, tomorrow.plusDays(30)));
			for (int i = 0; i < 8 && !offered.isEmpty(); i++) {
				Slot slot = offered.remove(random.nextInt(offered.size()));
				member.books(doctor, OffsetDateTime.parse(slot.start())).isNoFault();
			}
		}

		for (int i = 0; i < 3; i++) {
			LocalDate from = tomorrow.plusDays(random.nextInt(10));
			LocalDate to = from.plusDays(random.nextInt(62));
			String query = "&from=" + from + "&to=" + to + "&limit=" + (20 + random.nextInt(81));
			List<Slot> expected = doctors.stream()
				.flatMap((doctor) -> offeredBy(doctor, from, to).stream())
				.sorted(Comparator.comparing((Slot slot) -> OffsetDateTime.parse(slot.start()).toInstant())
					.thenComparing(Slot::doctorId))
				.toList();

			assertThat(this.clinic.anyone().readsAll(path(query)).stream().map(Slot::of)).as("seed %d, %s", seed, query)
				.containsExactlyElementsOf(expected);
		}
	}

	private Doctor doctor(String zone) {
		Doctor doctor = this.clinic.doctor(zone);
		this.department.takesIn(doctor).is(200);
		return doctor;
	}

	private static Doctor opensAnyHours(Doctor doctor, Random random) {
		for (DayOfWeek day : DayOfWeek.values()) {
			List<Object> windows = new ArrayList<>();
			if (random.nextBoolean()) {
				windows
					.add(Json.window("0%d:30".formatted(5 + random.nextInt(3)), "1%d:00".formatted(random.nextInt(3))));
			}
			if (random.nextBoolean()) {
				windows.add(Json.window("13:%d".formatted(10 + random.nextInt(50)), "18:00"));
			}
			if (random.nextInt(3) == 0) {
				windows.add(Json.window("21:00", "04:30"));
			}
			doctor.opens(day, 20 + random.nextInt(80), windows.toArray());
		}
		return doctor;
	}

	private void changes(Doctor doctor, String specialty, boolean active) {
		this.clinic.admin()
			.put("/admin/doctors/" + doctor.id(),
					Json.body("fullName", doctor.fullName(), "specialty", specialty, "active", active))
			.is(200);
	}

	/** Somewhere where no date ends soon. */
	private String whereItIsDay() {
		int hour = this.clinic.now().atOffset(ZoneOffset.UTC).getHour();
		return (hour > 2 && hour < 21) ? "UTC" : "Asia/Tokyo";
	}

	private Answer slots(String query) {
		return this.clinic.anyone().get(path(query));
	}

	private String path(String query) {
		return "/api/slots?departmentId=" + this.department.id() + query;
	}

	private static List<String> doctorsOf(Answer answer) {
		return answer.is(200).items().stream().map((slot) -> slot.get("doctorId").stringValue()).toList();
	}

	private static List<LocalDate> dates(Answer answer) {
		return answer.is(200)
			.items()
			.stream()
			.map((slot) -> OffsetDateTime.parse(slot.get("start").stringValue()).toLocalDate())
			.distinct()
			.toList();
	}

	private static List<String> times(Answer answer) {
		return answer.is(200).items().stream().map(SlotsTest::time).toList();
	}

	private static String time(JsonNode slot) {
		return slot.get("start").stringValue().substring(11, 16);
	}

	private static List<Slot> offeredBy(Doctor doctor, LocalDate from, LocalDate to) {
		List<Slot> slots = new ArrayList<>();
		for (JsonNode day : doctor.availability(from, to).node("days").values()) {
			for (JsonNode slot : day.get("slots").values()) {
				slots.add(new Slot(doctor.id(), doctor.fullName(), slot.get("start").stringValue(),
						slot.get("end").stringValue()));
			}
		}
		return slots;
	}

	private record Slot(String doctorId, String doctorName, String start, String end) {

		static Slot of(JsonNode slot) {
			return new Slot(slot.get("doctorId").stringValue(), slot.get("doctorName").stringValue(),
					slot.get("start").stringValue(), slot.get("end").stringValue());
		}

	}

}
