package clinic.daybook.benchmarks.speed;

import clinic.daybook.app.DaybookApplication;
import clinic.daybook.app.database.DatabaseAtHand;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Daybook itself, one side of it, on a database of ours. */
final class Application implements AutoCloseable {

	static final String COMMAND_SIDE = "command";

	static final String QUERY_SIDE = "query";

	private final ConfigurableApplicationContext context;

	private Application(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** It brings the tables, if they are not there yet. */
	static Application start(String side, String url) {
		SpringApplication application = new SpringApplication(DaybookApplication.class);
		application.addInitializers(new DatabaseAtHand());
		return new Application(application.run("--spring.profiles.active=" + side, "--server.port=0",
				"--spring.datasource.url=" + url, "--daybook.admin.email=admin@clinic.example",
				"--daybook.admin.password=the-password-of-a-benchmark", "--logging.level.clinic.daybook=warn",
				"--logging.level.org.flywaydb.core.internal.command.DbMigrate=warn"));
	}

	<T> T part(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
