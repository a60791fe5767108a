package clinic.daybook.app.openapi;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * examples.json.
 *
 * @param values by the field they are shown in, or by the name an example calls them
 * @param operations one request for each operation
 */
record ExampleFile(Map<String, @Nullable Object> values, Map<String, Request> operations) {

	/** What a request carries. */
	record Request(@Nullable Map<String, Object> parameters, @Nullable Map<String, Object> body) {

		@Nullable Object parameter(String name) {
			return (this.parameters != null) ? this.parameters.get(name) : null;
		}

	}

}
