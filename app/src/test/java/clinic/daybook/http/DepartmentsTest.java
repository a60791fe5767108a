package clinic.daybook.http;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DepartmentsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Staff admin = this.clinic.admin();

	private final String name = "Dépôt " + UUID.randomUUID();

	@Test
	void anOpenedDepartmentIsThereForEverybody() {
		Answer answer = opens(this.name, "Third floor").is(201).hasExactly("departmentId", "name", "description");

		assertThat(answer.text("name")).isEqualTo(this.name);
		assertThat(answer.text("description")).isEqualTo("Third floor");
		assertThat(answer.header("Location")).endsWith("/api/departments/" + answer.text("departmentId"));
		assertThat(this.clinic.anyone().get(answer.header("Location")).is(200).json()).isEqualTo(answer.json());
		assertThat(listed()).contains(this.name);
	}

	@Test
	void aDescriptionMayBeLeftOut() {
		Answer answer = this.admin.post("/admin/departments", Json.body("name", "  " + this.name + " ")).is(201);

		assertThat(answer.text("name")).isEqualTo(this.name);
		assertThat(answer.node("description").isNull()).isTrue();
	}

	@Test
	void aNameIsTakenInAnyCase() {
		opens(this.name, null).is(201);

		opens(this.name, null).problem(409, "department-exists");
		opens(this.name.toUpperCase(Locale.ROOT), null).problem(409, "department-exists");
		Department other = Department.opened(this.admin);
		other.renamed(this.name.toLowerCase(Locale.ROOT)).problem(409, "department-exists");
		assertThat(other.read().is(200).text("name")).isEqualTo(other.name());
	}

	@Test
	void putReplacesNameAndDescription() {
		Answer opened = opens(this.name, "Third floor").is(201);
		Department department = new Department(opened.text("departmentId"), this.name, this.admin);

		Answer renamed = department.renamed(this.name + " II")
			.is(200)
			.hasExactly("departmentId", "name", "description");

		assertThat(renamed.text("name")).isEqualTo(this.name + " II");
		assertThat(renamed.node("description").isNull()).isTrue();
		assertThat(department.read().is(200).json()).isEqualTo(renamed.json());
		opens(this.name, null).is(201);
		opens(this.name + " ii", null).problem(409, "department-exists");
	}

	@Test
	void aDepartmentMayBeSpeltInAnotherCase() {
		Department department = Department.opened(this.admin);
		String louder = department.name().toUpperCase(Locale.ROOT);

		department.renamed(louder).is(200);
		department.renamed(louder).is(200);

		assertThat(department.read().text("name")).isEqualTo(louder);
	}

	@Test
	void aClosedDepartmentIsGoneAndItsNameFree() {
		Department department = Department.opened(this.admin);

		assertThat(department.closes().is(204).body()).isEmpty();

		department.read().problem(404, "not-found");
		assertThat(listed()).doesNotContain(department.name());
		department.closes().problem(404, "not-found");
		department.renamed("Other " + department.name()).problem(404, "not-found");
		department.takesIn(this.clinic.doctor()).problem(404, "not-found");
		opens(department.name(), null).is(201);
	}

	@Test
	void aDepartmentWithDoctorsStays() {
		Department department = Department.opened(this.admin);
		Doctor doctor = this.clinic.doctor();
		department.takesIn(doctor).is(200);

		department.closes().problem(409, "department-not-empty");

		assertThat(department.doctors()).containsExactly(doctor.fullName());
		department.letsGo(doctor).is(204);
		department.closes().is(204);
	}

	@Test
	void whatWasNeverThereIsNotFound() {
		String unknown = "/admin/departments/" + UUID.randomUUID();

		this.admin.put(unknown, Json.body("name", this.name)).problem(404, "not-found");
		this.admin.delete(unknown).problem(404, "not-found");
		this.clinic.anyone().get("/api/departments/" + UUID.randomUUID()).problem(404, "not-found");
		this.clinic.anyone().get("/api/departments/17").problem(400, "invalid-request");
		this.admin.delete("/admin/departments/17").problem(400, "invalid-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "two\nlines",
			"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789+" })
	void aNameIsOneLine(String bad) {
		opens(bad, null).blames("name");
		Department.opened(this.admin).renamed(bad).blames("name");
	}

	@Test
	void whatIsMissingOrUnknownIsNamed() {
		this.admin.post("/admin/departments", Json.body("description", "Third floor")).blames("name");
		this.admin.post("/admin/departments", Json.body("name", this.name, "floor", 3)).blames("floor");
		opens(this.name, "x".repeat(1001)).blames("description");
		assertThat(listed()).doesNotContain(this.name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MEMBER", "DOCTOR", "RECEPTION", "AUDITOR" })
	void onlyAnAdminTouchesDepartments(String role) {
		Department department = Department.opened(this.admin);
		Staff outsider = this.clinic.staff(role);
		Department theirs = new Department(department.id(), department.name(), outsider);
		Doctor doctor = this.clinic.doctor();

		outsider.post("/admin/departments", Json.body("name", this.name)).problem(403, "forbidden");
		theirs.renamed(this.name).problem(403, "forbidden");
		theirs.closes().problem(403, "forbidden");
		theirs.takesIn(doctor).problem(403, "forbidden");
		theirs.letsGo(doctor).problem(403, "forbidden");
		assertThat(department.read().text("name")).isEqualTo(department.name());
		assertThat(department.doctors()).isEmpty();
	}

	@Test
	void withoutATokenNothingIsDone() {
		Department department = Department.opened(this.admin);

		this.clinic.anyone().post("/admin/departments", "{}").problem(401, "unauthenticated");
		this.clinic.anyone().put("/admin/departments/" + department.id(), "{}").problem(401, "unauthenticated");
		this.clinic.anyone().delete("/admin/departments/" + department.id()).problem(401, "unauthenticated");
		this.clinic.anyone().post("/admin/assign-doctor", "{}").problem(401, "unauthenticated");
		this.clinic.anyone().delete("/admin/assign-doctor").problem(401, "unauthenticated");
	}

	@Test
	void theListIsByNameAndStaysInPlaceWhileOneIsAdded() {
		String prefix = "Page " + UUID.randomUUID() + " ";
		for (String letter : List.of("c", "a", "e", "b")) {
			opens(prefix + letter, null).is(201);
		}

		List<String> all = pages(1, prefix, () -> opens(prefix + "d", null).is(201));

		assertThat(all).containsExactly(prefix + "a", prefix + "b", prefix + "c", prefix + "d", prefix + "e");
	}

	@Test
	void limitsAndCursorsAreChecked() {
		this.clinic.anyone().get("/api/departments?limit=0").blames("limit");
		this.clinic.anyone().get("/api/departments?limit=101").blames("limit");
		this.clinic.anyone().get("/api/departments?after=nonsense").blames("after");
		this.clinic.anyone().get("/api/departments?name=Surgery").blames("name");
	}

	/**
	 * All with the prefix, read page by page; something happens after the first of them.
	 */
	private List<String> pages(int limit, String prefix, Runnable meanwhile) {
		List<String> found = new ArrayList<>();
		String after = "";
		while (true) {
			Answer page = this.clinic.anyone().get("/api/departments?limit=" + limit + after).is(200);
			for (String one : names(page)) {
				if (one.startsWith(prefix)) {
					if (found.isEmpty()) {
						meanwhile.run();
					}
					found.add(one);
				}
			}
			if (page.node("next").isNull()) {
				return found;
			}
			after = "&after=" + page.text("next");
		}
	}

	private List<String> listed() {
		List<String> all = new ArrayList<>();
		String after = "";
		while (true) {
			Answer page = this.clinic.anyone().get("/api/departments?limit=100" + after).is(200);
			all.addAll(names(page));
			if (page.node("next").isNull()) {
				return all;
			}
			after = "&after=" + page.text("next");
		}
	}

	private static List<String> names(Answer page) {
		return page.items().stream().map((item) -> item.get("name").stringValue()).toList();
	}

	private Answer opens(String departmentName, @Nullable String description) {
		return this.admin.post("/admin/departments", Json.body("name", departmentName, "description", description));
	}

}
