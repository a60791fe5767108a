package clinic.daybook.app.startup;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Tells the person at the terminal, once and in one place, where to go next.
 */
public final class ReadyBox implements ApplicationListener<ApplicationReadyEvent> {

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		String port = environment.getRequiredProperty("local.server.port");
		String root = "http://localhost:" + port + environment.getProperty("server.servlet.context-path", "");
		List<DemoAccount> accounts = event.getApplicationContext()
			.getBeanProvider(DemoAccount.class)
			.orderedStream()
			.toList();
		Duration sinceLaunch = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
		Frame frame = Frame.thatFits(System.out.charset());
		System.out.println(frame.around(lines(root, accounts, sinceLaunch)));
	}

	static List<String> lines(String root, List<DemoAccount> accounts, Duration sinceLaunch) {
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "Daybook is ready, %.1f s after its launch",
				sinceLaunch.toMillis() / 1000.0));
		lines.add("");
		lines.add("Swagger UI   " + root + "/docs");
		lines.add("API root     " + root + "/");
		lines.add("Health       " + root + "/actuator/health/readiness");
		if (!accounts.isEmpty()) {
			int widest = accounts.stream().mapToInt((account) -> account.email().length()).max().orElseThrow();
			lines.add("");
			lines.add("Demo accounts (role, e-mail, password)");
			for (DemoAccount account : accounts) {
				lines.add(String.format(Locale.ROOT, "%-11s  %-" + widest + "s  %s", account.role(), account.email(),
						account.password()));
			}
		}
		return lines;
	}

}
