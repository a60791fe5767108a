package clinic.daybook.app.startup;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Metrics are for operators, so they need a port of their own that a firewall can close:
 * with {@code MANAGEMENT_SERVER_PORT} they are there, without it they are nowhere.
 */
final class MetricsDoor implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean ownPort = StringUtils.hasText(environment.getProperty("management.server.port"));
		String exposed = ownPort ? "health,info,metrics,prometheus" : "health";
		environment.getPropertySources()
			.addLast(new MapPropertySource("what the actuator shows",
					Map.of("management.endpoints.web.exposure.include", exposed)));
	}

}
