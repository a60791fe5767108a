package clinic.daybook.app.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import clinic.daybook.app.startup.StartupRefused;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Sees to it that there is a PostgreSQL before any bean asks for one. A given one is
 * tried first, so that a wrong address or password is one clear line and not a stack
 * trace; without one the embedded one is started, and with it the demo.
 */
public final class DatabaseAtHand implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String BINARIES = "io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		String url = environment.getProperty("spring.datasource.url");
		if (StringUtils.hasText(url)) {
			GivenDatabase.check(url, environment.getProperty("spring.datasource.username"),
					environment.getProperty("spring.datasource.password"));
		}
		else if (ClassUtils.isPresent(BINARIES, getClass().getClassLoader())) {
			embed(environment);
		}
		else {
			throw new StartupRefused("SPRING_DATASOURCE_URL is not set; name the PostgreSQL (15 or newer) to use, "
					+ "e.g. jdbc:postgresql://localhost:5432/daybook, "
					+ "with SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
		}
	}

	private static void embed(ConfigurableEnvironment environment) {
		EmbeddedPostgres postgres = new EmbeddedPostgres(
				Path.of(environment.getProperty("daybook.folder", ".daybook")));
		// Boot runs these after the context is closed: the connection pool ends first.
		SpringApplication.getShutdownHandlers().add(postgres::close);
		DatabaseAccess access = postgres.start();
		Map<String, Object> properties = new HashMap<>();
		properties.put("spring.datasource.url", access.url());
		properties.put("spring.datasource.username", access.username());
		properties.put("spring.datasource.password", access.password());
		if (!environment.containsProperty("daybook.demo.enabled")) {
			properties.put("daybook.demo.enabled", "true");
		}
		environment.getPropertySources().addFirst(new MapPropertySource("embedded PostgreSQL", properties));
	}

}
