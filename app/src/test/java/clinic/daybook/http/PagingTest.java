package clinic.daybook.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

class PagingTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Staff admin = this.clinic.admin();

	/**
	 * Sorts before whatever else there is, so that the unfiltered list begins with it.
	 */
	private final String family = "!" + UUID.randomUUID().toString().substring(0, 8);

	private final Doctor doctor = this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	@ParameterizedTest
	@EnumSource
	void aLimitIsFromOneToAHundred(Listing listing) {
		listing.fill(this);
		String path = listing.pathIn(this);

		for (String limit : List.of("0", "101", "x", "-1", "1.5", "1e1", "", "%20", "99999999999")) {
			this.admin.get(path + "&limit=" + limit).blames("limit");
		}
		this.admin.get(path + "&limit=5&limit=5").blames("limit");
		assertThat(this.admin.get(path + "&limit=1").is(200).items()).hasSize(1);
		assertThat(this.admin.get(path + "&limit=100").is(200).items()).hasSizeGreaterThan(1);
	}

	@ParameterizedTest
	@EnumSource
	void onlyACursorOfTheSameListIsTaken(Listing listing) {
		String path = listing.pathIn(this);
		String own = listing.cursorIn(this);
		this.admin.get(path + "&after=" + own).is(200);

		Set<String> others = new LinkedHashSet<>(List.of("", "abc", "%21%21", "null", own + own, own.substring(1)));
		Stream.of(Listing.values())
			.filter((other) -> other != listing)
			.map((other) -> other.cursorIn(this))
			.forEach(others::add);
		others.addAll(changed(own));
		for (String other : others) {
			this.admin.get(path + "&after=" + other).blames("after");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "DEPARTMENTS", "DOCTORS", "USERS", "MEMBERS" })
	void pagesByNameAreTheWholeWhileOthersAreAdded(Listing listing) {
		boolean unique = listing == Listing.DEPARTMENTS;
		Stream.of("2", "4", unique ? "4 again" : "4", "6").forEach((name) -> listing.add(this, name));
		AtomicBoolean added = new AtomicBoolean();

		List<String> names = ours(this.admin.readsAll(listing.pathIn(this) + "&limit=1", (soFar) -> {
			if (ours(soFar).contains("4") && !added.getAndSet(true)) {
				Stream.of("1", "3", "5", "7").forEach((name) -> listing.add(this, name));
			}
		}));

		assertThat(names).containsExactly("2", "4", unique ? "4 again" : "4", "5", "6", "7");
		assertThat(ours(this.admin.readsAll(listing.pathIn(this)))).hasSize(8).isSorted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "order=asc", "order=desc", "order=asc&status=CANCELLED", "order=desc&status=BOOKED" })
	void pagesOfAppointmentsAreTheWholeWhileOthersAreAdded(String query) {
		for (String time : List.of("09:00", "10:00", "11:00")) {
			// Several that start at once, as only cancelled ones can with one doctor.
			for (int i = 0; i < 3; i++) {
				Member member = this.clinic.member();
				String id = member.hasBooked(this.doctor, at(time));
				if (i < 2) {
					member.cancels(id).is(200);
				}
			}
		}
		String path = "/api/appointments?" + query + "&doctorId=" + this.doctor.id();
		List<String> before = ids(this.admin.readsAll(path + "&limit=100"));
		for (int limit : List.of(1, 2, 4)) {
			List<String> added = new ArrayList<>();

			List<JsonNode> paged = this.admin.readsAll(path + "&limit=" + limit, (soFar) -> {
				if (added.isEmpty()) {
					for (String time : List.of("08:30", "11:30")) {
						Member member = this.clinic.member();
						added.add(member.hasBooked(this.doctor, at(time)));
						member.cancels(added.getLast()).is(200);
						added.add(this.clinic.member().hasBooked(this.doctor, at(time)));
					}
				}
			});

			assertThat(ids(paged)).doesNotHaveDuplicates().containsAll(before);
			assertThat(paged).isSortedAccordingTo(byStartAndId(query));
			List<String> whole = ids(this.admin.readsAll(path + "&limit=100"));
			List<String> alreadyPassed = new ArrayList<>(whole);
			alreadyPassed.removeAll(ids(paged));
			assertThat(added).containsAll(alreadyPassed);
			assertThat(whole.subList(0, alreadyPassed.size())).isEqualTo(alreadyPassed);
			added.forEach((id) -> {
				if (this.admin.reads(id).text("status").equals("BOOKED")) {
					this.admin.cancels(id).is(200);
				}
			});
			before = ids(this.admin.readsAll(path + "&limit=100"));
		}
	}

	@Test
	void appointmentsThatStartAtOnceWithManyDoctorsAreEachThere() {
		OffsetDateTime start = at("08:00").plusWeeks(1);
		Set<String> booked = new LinkedHashSet<>();
		for (int i = 0; i < 5; i++) {
			Doctor other = this.clinic.doctor().opens(MONDAY, "08:00", "12:00", 30);
			booked.add(this.clinic.member().hasBooked(other, start));
		}
		String range = "from=" + start.toInstant() + "&to=" + start.toInstant().plusSeconds(1);

		for (String order : List.of("asc", "desc")) {
			List<JsonNode> paged = this.admin.readsAll("/api/appointments?limit=2&order=" + order + "&" + range);

			assertThat(ids(paged)).doesNotHaveDuplicates().containsAll(booked);
			assertThat(paged).isSortedAccordingTo(byStartAndId(order))
				.extracting((item) -> OffsetDateTime.parse(item.get("start").stringValue()).toInstant())
				.containsOnly(start.toInstant());
		}
	}

	@Test
	void anAppointmentThatNoLongerMatchesTakesNoOtherWithIt() {
		Member member = this.clinic.member();
		List<String> booked = new ArrayList<>();
		for (String time : List.of("08:00", "08:30", "09:00", "09:30", "10:00")) {
			booked.add(member.hasBooked(this.doctor, at(time)));
		}
		Consumer<List<JsonNode>> cancelling = (soFar) -> {
			if (soFar.size() == 2) {
				// Where the page ended, and one that is to come.
				member.cancels(booked.get(1)).is(200);
				member.cancels(booked.get(2)).is(200);
			}
		};

		List<JsonNode> paged = member.readsAll("/api/appointments?status=BOOKED&limit=2", cancelling);

		assertThat(ids(paged)).containsExactly(booked.get(0), booked.get(1), booked.get(3), booked.get(4));
	}

	/** As somebody would who knows what a cursor is made of. */
	private static List<String> changed(String cursor) {
		String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
		return Stream
			.of(text + "x", text + "\u001f", text.substring(0, text.length() - 1), text.replace('\u001f', '|'),
					"x" + text, text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "1-1-1-1-1"),
					text.replaceAll("([0-9a-f]{8})-([0-9a-f-]{27})", "$1$2"),
					text.replaceAll("([0-9a-f]{8}-[0-9a-f-]{27})", "{$1}"), text.replaceAll("(:\\d\\d)Z", "$1+00:00"),
					text.replaceAll("(:\\d\\d)Z", "$1.0Z"), text.replaceAll("\\d{4}(-\\d\\d-\\d\\dT)", "+10000$1"),
					text.replaceFirst("\u001f", "\u001f\u0000"), text.replaceFirst("\u001f", "\u001f\u001f"),
					text.substring(text.indexOf('\u001f') + 1))
			.filter((other) -> !other.equals(text))
			.map((other) -> Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(other.getBytes(StandardCharsets.UTF_8)))
			.toList();
	}

	private void book(String time) {
		this.clinic.member().hasBooked(this.doctor, at(time));
	}

	private OffsetDateTime at(String time) {
		return this.doctor.at(this.monday, time);
	}

	/** What follows the family name of those that this test has added, in their order. */
	private List<String> ours(List<JsonNode> items) {
		return items.stream()
			.map((item) -> (item.has("fullName") ? item.get("fullName") : item.get("name")).stringValue())
			.filter((name) -> name.startsWith(this.family))
			.map((name) -> name.substring(this.family.length() + 1))
			.toList();
	}

	private static List<String> ids(List<JsonNode> items) {
		return items.stream().map((item) -> item.get("appointmentId").stringValue()).toList();
	}

	private static Comparator<JsonNode> byStartAndId(String query) {
		Comparator<JsonNode> ascending = Comparator
			.comparing((JsonNode item) -> OffsetDateTime.parse(item.get("start").stringValue()).toInstant())
			.thenComparing((item) -> item.get("appointmentId").stringValue());
		return query.contains("desc") ? Collections.reverseOrder(ascending) : ascending;
	}

	/** Every list there is. */
	enum Listing {

		DEPARTMENTS, DOCTORS, USERS, MEMBERS, APPOINTMENTS, APPOINTMENTS_BACKWARDS, SLOTS;

		String pathIn(PagingTest test) {
			return switch (this) {
				case DEPARTMENTS -> "/api/departments?";
				case DOCTORS -> "/api/doctors?q=" + test.family;
				case USERS -> "/admin/users?q=" + test.family;
				case MEMBERS -> "/admin/members?q=" + test.family;
				case APPOINTMENTS -> "/api/appointments?doctorId=" + test.doctor.id();
				case APPOINTMENTS_BACKWARDS -> "/api/appointments?order=desc&doctorId=" + test.doctor.id();
				case SLOTS -> "/api/slots?doctorId=" + test.doctor.id();
			};
		}

		void add(PagingTest test, String name) {
			String fullName = test.family + " " + name;
			switch (this) {
				case DEPARTMENTS -> test.admin.post("/admin/departments", Json.body("name", fullName)).is(201);
				case DOCTORS -> test.admin
					.post("/admin/doctors",
							Json.with(Clinic.onboarding(Clinic.anEmail(), "Europe/Berlin"), "fullName", fullName))
					.is(201);
				case USERS -> test.clinic.member(fullName);
				case MEMBERS -> test.admin.post("/admin/members", Json.body("fullName", fullName)).is(201);
				case APPOINTMENTS, APPOINTMENTS_BACKWARDS, SLOTS ->
					throw new IllegalArgumentException(this + " has no names");
			}
		}

		/** At least two. */
		void fill(PagingTest test) {
			switch (this) {
				case DEPARTMENTS, DOCTORS, USERS, MEMBERS -> Stream.of("2", "4").forEach((name) -> add(test, name));
				case APPOINTMENTS -> Stream.of("08:00", "08:30").forEach(test::book);
				case APPOINTMENTS_BACKWARDS -> Stream.of("09:00", "09:30").forEach(test::book);
				case SLOTS -> {
				}
			}
		}

		String cursorIn(PagingTest test) {
			fill(test);
			return test.admin.get(pathIn(test) + "&limit=1").is(200).text("next");
		}

	}

}
