package clinic.daybook.matrix;

import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is asked, a list is what that leaves of what one may see. */
class ListedAppointmentsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor().opens(DayOfWeek.MONDAY, "09:00", "12:00", 30);

	private final Doctor otherDoctor = this.clinic.doctor().opens(DayOfWeek.MONDAY, "09:00", "12:00", 30);

	private final Member member = this.clinic.member();

	private final Member otherMember = this.clinic.member();

	private final List<Booked> all = List.of(books(this.member, this.doctor, 0, false),
			books(this.member, this.otherDoctor, 1, false), books(this.otherMember, this.doctor, 2, false),
			books(this.otherMember, this.otherDoctor, 3, false), books(this.member, this.doctor, 4, true),
			books(this.otherMember, this.otherDoctor, 5, true));

	@TestFactory
	Stream<DynamicTest> everybodySeesTheirOwn() {
		List<String> ours = this.all.stream().map(Booked::id).toList();
		return viewers().stream().flatMap((viewer) -> filters().stream().map((filter) -> {
			String name = viewer.name() + " asks for " + (filter.query().isEmpty() ? "all" : filter.query());
			return DynamicTest.dynamicTest(name, () -> {
				List<String> seen = walked(viewer.person(), filter.query());
				List<String> due = this.all.stream().filter(viewer.sees().and(filter.lets())).map(Booked::id).toList();
				assertThat(seen).as(name).doesNotHaveDuplicates();
				assertThat(seen).as(name)
					.filteredOn((id) -> viewer.seesNobodyElse() || ours.contains(id))
					.containsExactlyInAnyOrderElementsOf(due);
			});
		}));
	}

	private List<Viewer> viewers() {
		return List.of(new Viewer("a member", this.member, ofMember(this.member), true),
				new Viewer("another member", this.otherMember, ofMember(this.otherMember), true),
				new Viewer("a member without any", this.clinic.member(), (booked) -> false, true),
				new Viewer("a doctor", this.doctor, withDoctor(this.doctor), true),
				new Viewer("another doctor", this.otherDoctor, withDoctor(this.otherDoctor), true),
				new Viewer("a doctor without any", this.clinic.doctor(), (booked) -> false, true),
				new Viewer("the reception", this.clinic.reception(), (booked) -> true, false),
				new Viewer("an admin", this.clinic.admin(), (booked) -> true, false));
	}

	private List<Filter> filters() {
		return List.of(new Filter("", (booked) -> true),
				new Filter("&doctorId=" + this.doctor.id(), withDoctor(this.doctor)),
				new Filter("&doctorId=" + this.otherDoctor.id(), withDoctor(this.otherDoctor)),
				new Filter("&memberId=" + this.member.id(), ofMember(this.member)),
				new Filter("&memberId=" + this.otherMember.id(), ofMember(this.otherMember)),
				new Filter("&doctorId=" + this.doctor.id() + "&memberId=" + this.member.id(),
						withDoctor(this.doctor).and(ofMember(this.member))),
				new Filter("&status=CANCELLED", Booked::cancelled),
				new Filter("&status=BOOKED", (booked) -> !booked.cancelled()));
	}

	private Booked books(Member patient, Doctor with, int number, boolean cancelled) {
		OffsetDateTime nine = with.at(with.next(DayOfWeek.MONDAY), "09:00");
		String id = patient.hasBooked(with, nine.plusMinutes(30L * number));
		if (cancelled) {
			patient.cancels(id).is(200);
		}
		return new Booked(id, patient, with, cancelled);
	}

	private static List<String> walked(Person person, String query) {
		List<String> ids = new ArrayList<>();
		String after = "";
		while (true) {
			Answer page = person.get("/api/appointments?limit=100" + query + after).is(200);
			page.items().forEach((item) -> ids.add(item.get("appointmentId").stringValue()));
			if (page.node("next").isNull()) {
				return ids;
			}
			after = "&after=" + page.text("next");
		}
	}

	private static Predicate<Booked> ofMember(Member member) {
		return (booked) -> booked.member().equals(member);
	}

	private static Predicate<Booked> withDoctor(Doctor doctor) {
		return (booked) -> booked.doctor().equals(doctor);
	}

	private record Booked(String id, Member member, Doctor doctor, boolean cancelled) {
	}

	private record Viewer(String name, Person person, Predicate<Booked> sees, boolean seesNobodyElse) {
	}

	private record Filter(String query, Predicate<Booked> lets) {
	}

}
