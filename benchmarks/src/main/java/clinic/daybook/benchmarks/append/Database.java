package clinic.daybook.benchmarks.append;

import java.util.concurrent.atomic.AtomicInteger;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.proof.Pools;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** One for each turn, with the book and the alternatives to it, all of them empty. */
record Database(Postgres postgres, String name) implements AutoCloseable {

	private static final String TEMPLATE = "template_of_books";

	private static final AtomicInteger COUNT = new AtomicInteger();

	/** Once for a server, before the first is made. */
	static void prepare(Postgres postgres) {
		new ResourceDatabasePopulator(new ClassPathResource("alternatives.sql", Database.class))
			.execute(postgres.createBook(TEMPLATE));
	}

	/**
	 * The next turn's. Whatever came before is on disk, so that nobody pays for others.
	 */
	static Database create(Postgres postgres) {
		Database created = new Database(postgres, "turn_" + COUNT.incrementAndGet());
		created.administer("create database " + created.name + " template " + TEMPLATE);
		created.administer("checkpoint");
		return created;
	}

	private void administer(String statement) {
		new JdbcTemplate(this.postgres.database("postgres")).execute(statement);
	}

	String url() {
		return this.postgres.url(this.name);
	}

	/** As many connections as can be of use. */
	HikariDataSource pool(int size) {
		return Pools.to(url(), size);
	}

	JdbcTemplate jdbc() {
		return new JdbcTemplate(this.postgres.database(this.name));
	}

	@Override
	public void close() {
		administer("drop database " + this.name + " with (force)");
	}

}
