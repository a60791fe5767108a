package clinic.daybook.web;

import org.apache.catalina.core.StandardHost;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Gives Tomcat our error documents in place of its HTML. */
@Component
class ServerSettings implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final ProblemWriter writer;

	ServerSettings(JsonMapper json) {
		this.writer = new ProblemWriter(json);
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ProblemValve.class.getName());
				host.getPipeline().addValve(new ProblemValve(this.writer));
			}
		});
	}

}
