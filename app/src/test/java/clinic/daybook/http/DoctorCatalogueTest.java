package clinic.daybook.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorCatalogueTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Staff admin = this.clinic.admin();

	private final String family = "Zweig" + UUID.randomUUID().toString().substring(0, 8);

	@Test
	void aDoctorIsShownWithTheirDepartmentsAndNothingPrivate() {
		Doctor doctor = this.clinic.doctor();
		Department one = Department.opened(this.admin);
		Department other = Department.opened(this.admin);
		one.takesIn(doctor).is(200).hasExactly("doctorId", "departmentId");
		other.takesIn(doctor).is(200);

		Answer answer = this.clinic.anyone()
			.get("/api/doctors/" + doctor.id())
			.is(200)
			.hasExactly("doctorId", "fullName", "specialty", "timeZone", "departments");

		assertThat(answer.text("fullName")).isEqualTo(doctor.fullName());
		assertThat(answer.node("departments").values())
			.allSatisfy((department) -> assertThat(department.propertyNames()).containsExactlyInAnyOrder("departmentId",
					"name"));
		assertThat(departmentsOf(doctor)).containsExactlyInAnyOrder(one.name(), other.name()).isSorted();
		Answer listed = list("departmentId=" + one.id());
		assertThat(listed.items()).containsExactly(answer.json());
	}

	@Test
	void toAssignAgainOrLetGoAgainChangesNothing() {
		Doctor doctor = this.clinic.doctor();
		Department department = Department.opened(this.admin);

		department.takesIn(doctor).is(200);
		department.takesIn(doctor).is(200);
		assertThat(departmentsOf(doctor)).containsExactly(department.name());

		assertThat(department.letsGo(doctor).is(204).body()).isEmpty();
		department.letsGo(doctor).is(204);
		assertThat(departmentsOf(doctor)).isEmpty();
		assertThat(department.doctors()).isEmpty();
	}

	@Test
	void aDepartmentsNewNameIsItsDoctorsToo() {
		Doctor doctor = this.clinic.doctor();
		Department department = Department.opened(this.admin);
		department.takesIn(doctor).is(200);

		department.renamed("New " + department.name()).is(200);

		assertThat(departmentsOf(doctor)).containsExactly("New " + department.name());
	}

	@Test
	void whoIsNotThereIsNotAssigned() {
		Doctor doctor = this.clinic.doctor();
		Department department = Department.opened(this.admin);
		String nobody = UUID.randomUUID().toString();

		assigns(nobody, department.id()).problem(404, "not-found");
		assigns(doctor.userId(), department.id()).problem(404, "not-found");
		assigns(doctor.id(), nobody).problem(404, "not-found");
		unassigns("doctorId=" + nobody + "&departmentId=" + department.id()).problem(404, "not-found");
		unassigns("doctorId=" + doctor.id() + "&departmentId=" + nobody).problem(404, "not-found");
		assertThat(department.doctors()).isEmpty();
	}

	@Test
	void whatIsMissingOrMalformedIsNamed() {
		String id = UUID.randomUUID().toString();

		this.admin.post("/admin/assign-doctor", Json.body()).blames("doctorId").names("departmentId");
		assigns("17", id).blames("doctorId");
		this.admin.post("/admin/assign-doctor", Json.body("doctorId", id, "departmentId", id, "since", "today"))
			.blames("since");
		unassigns("doctorId=" + id).blames("departmentId");
		unassigns("doctorId=17&departmentId=" + id).blames("doctorId");
		list("limit=1&departmentId=" + id).is(200);
		this.clinic.anyone().get("/api/doctors?departmentId=17").blames("departmentId");
		this.clinic.anyone().get("/api/doctors?name=Noor").blames("name");
		this.clinic.anyone().get("/api/doctors?after=bm9uc2Vuc2U").blames("after");
		this.clinic.anyone().get("/api/doctors/" + id).problem(404, "not-found");
	}

	@Test
	void aDoctorIsOnboardedIntoADepartment() {
		Department department = Department.opened(this.admin);

		Answer answer = onboards("Ada " + this.family, "Surgery", department.id()).is(201);

		assertThat(answer.node("departments").size()).isEqualTo(1);
		assertThat(answer.node("departments").get(0).get("name").stringValue()).isEqualTo(department.name());
		assertThat(answer.node("departments").get(0).get("departmentId").stringValue()).isEqualTo(department.id());
		assertThat(department.doctors()).containsExactly("Ada " + this.family);
		department.closes().problem(409, "department-not-empty");
	}

	@Test
	void intoAClosedDepartmentNobodyIsOnboarded() {
		Department department = Department.opened(this.admin);
		department.closes().is(204);

		onboards("Ada " + this.family, "Surgery", department.id()).problem(404, "not-found");

		assertThat(names(list("q=" + this.family))).isEmpty();
	}

	@Test
	void doctorsAreFoundByPartOfTheirNameAndByWholeSpecialtyInAnyCase() {
		onboards("Ada " + this.family, "Surgery", null).is(201);
		onboards("Ben " + this.family, "Knee surgery", null).is(201);

		assertThat(names(list("q=" + this.family.toUpperCase(Locale.ROOT)))).containsExactly("Ada " + this.family,
				"Ben " + this.family);
		assertThat(names(list("q=a%20" + this.family))).containsExactly("Ada " + this.family);
		assertThat(names(list("specialty=sURGERY&q=" + this.family))).containsExactly("Ada " + this.family);
		assertThat(names(list("specialty=knee%20surgery&q=" + this.family))).containsExactly("Ben " + this.family);
		assertThat(names(list("specialty=knee&q=" + this.family))).isEmpty();
		assertThat(names(list("q=" + encoded("%" + this.family)))).isEmpty();
		assertThat(names(list("departmentId=" + UUID.randomUUID() + "&q=" + this.family))).isEmpty();
	}

	@Test
	void pagesAreByNameAndStayInPlaceWhileOneIsAdded() {
		for (String first : List.of("Cyd", "Ada", "Ada", "Eve")) {
			onboards(first + " " + this.family, "Surgery", null).is(201);
		}

		List<String> seen = new ArrayList<>();
		Answer page = list("limit=1&q=" + this.family);
		seen.add(names(page).get(0));
		onboards("Aba " + this.family, "Surgery", null).is(201);
		onboards("Ben " + this.family, "Surgery", null).is(201);
		while (!page.node("next").isNull()) {
			page = list("limit=1&q=" + this.family + "&after=" + page.text("next"));
			seen.addAll(names(page));
		}

		assertThat(seen).extracting((one) -> one.substring(0, 3)).containsExactly("Ada", "Ada", "Ben", "Cyd", "Eve");
	}

	@Test
	void aDoctorsNewNameIsShownAtOnce() {
		Doctor doctor = this.clinic.doctor();

		doctor.put("/auth/me", Json.body("fullName", "Noor " + this.family)).is(200);

		assertThat(names(list("q=" + this.family))).containsExactly("Noor " + this.family);
		assertThat(this.clinic.anyone().get("/api/doctors/" + doctor.id()).text("fullName"))
			.isEqualTo("Noor " + this.family);
	}

	private Answer list(String query) {
		return this.clinic.anyone().get("/api/doctors?" + query).is(200);
	}

	private static List<String> names(Answer page) {
		return page.items().stream().map((item) -> item.get("fullName").stringValue()).toList();
	}

	private List<String> departmentsOf(Doctor doctor) {
		List<String> names = new ArrayList<>();
		this.clinic.anyone()
			.get("/api/doctors/" + doctor.id())
			.node("departments")
			.values()
			.forEach((department) -> names.add(department.get("name").stringValue()));
		return names;
	}

	private Answer assigns(String doctorId, String departmentId) {
		return this.admin.post("/admin/assign-doctor", Json.body("doctorId", doctorId, "departmentId", departmentId));
	}

	private Answer unassigns(String query) {
		return this.admin.delete("/admin/assign-doctor?" + query);
	}

	private Answer onboards(String fullName, String specialty, @Nullable String departmentId) {
		return this.admin.post("/admin/doctors",
				Json.with(
						Json.with(Json.with(Clinic.onboarding(Clinic.anEmail(), "Europe/Berlin"), "fullName", fullName),
								"specialty", specialty),
						"departmentId", departmentId));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
