package clinic.daybook.benchmarks.proof;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Pools of connections as an application would have them. */
public final class Pools {

	private static final long PATIENCE_MILLIS = 5000;

	private Pools() {
	}

	public static HikariDataSource to(String url, int size) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setMaximumPoolSize(size);
		config.setMinimumIdle(1);
		config.setConnectionTimeout(PATIENCE_MILLIS);
		// It may come up while the database is away.
		config.setInitializationFailTimeout(-1);
		return new HikariDataSource(config);
	}

}
