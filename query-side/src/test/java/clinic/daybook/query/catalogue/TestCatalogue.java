package clinic.daybook.query.catalogue;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue for tests of its neighbours. */
public final class TestCatalogue {

	private TestCatalogue() {
	}

	public static DoctorQueries doctors(JdbcClient jdbc) {
		return new DoctorQueries(jdbc, new DepartmentQueries(jdbc));
	}

}
