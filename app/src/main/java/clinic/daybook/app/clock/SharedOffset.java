package clinic.daybook.app.clock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the application's clock is ahead, for all processes on one database.
 */
final class SharedOffset {

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	SharedOffset(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
	}

	Duration read() {
		return micros(this.jdbc.sql("select ahead_micros from app.clock").query(Long.class).single());
	}

	/** On a connection of the caller's, so that a busy pool doesn't stop the clock. */
	static Duration read(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("select ahead_micros from app.clock");
				ResultSet answer = statement.executeQuery()) {
			answer.next();
			return micros(answer.getLong(1));
		}
	}

	Connection connect() throws SQLException {
		return this.dataSource.getConnection();
	}

	Duration growBy(Duration duration) {
		return micros(this.jdbc.sql("update app.clock set ahead_micros = ahead_micros + :by returning ahead_micros")
			.param("by", micros(duration))
			.query(Long.class)
			.single());
	}

	/** Empty if it is greater already. */
	Optional<Duration> growTo(Duration duration) {
		return this.jdbc.sql("""
				update app.clock set ahead_micros = :to where ahead_micros <= :to returning ahead_micros
				""").param("to", micros(duration)).query(Long.class).optional().map(SharedOffset::micros);
	}

	private static long micros(Duration duration) {
		return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000), duration.getNano() / 1_000);
	}

	private static Duration micros(long count) {
		return Duration.of(count, ChronoUnit.MICROS);
	}

}
