package clinic.daybook.matrix;

import java.util.List;
import java.util.stream.Stream;

/** All that can be called. */
final class Matrix {

	private Matrix() {
	}

	/** What the OpenAPI document has to describe, neither more nor less. */
	static List<Row> contract() {
		return Stream
			.of(IdentityRows.rows(), MemberRows.rows(), CatalogueRows.rows(), AvailabilityRows.rows(),
					AppointmentRows.rows(), PageRows.clock())
			.flatMap(List::stream)
			.toList();
	}

	static List<Row> all() {
		return Stream.concat(contract().stream(), PageRows.pages().stream()).toList();
	}

}
