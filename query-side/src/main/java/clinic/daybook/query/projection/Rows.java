package clinic.daybook.query.projection;

import java.util.Collection;

import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as one JSON parameter, which {@code jsonb_to_recordset} turns into rows again: one
 * statement for any number of them. Property names are column names.
 */
@Component
public class Rows {

	private final JsonMapper json = JsonMapper.builder()
		.propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
		.build();

	public String write(Collection<?> rows) {
		return this.json.writeValueAsString(rows);
	}

	public <T> T read(String column, TypeReference<T> type) {
		return this.json.readValue(column, type);
	}

}
