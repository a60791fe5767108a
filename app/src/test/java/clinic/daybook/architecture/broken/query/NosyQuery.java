package clinic.daybook.architecture.broken.query;

import java.util.List;

import clinic.daybook.architecture.broken.command.NosyDecider;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

public class NosyQuery {

	@Nullable NosyDecider decider;

	public List<String> names(JdbcClient sql) {
		return sql.sql("select 'a'").query(String.class).stream().toList();
	}

}
