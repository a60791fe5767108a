package clinic.daybook.app;

import clinic.daybook.app.database.DatabaseAtHand;
import clinic.daybook.app.startup.ReadyBox;
import clinic.daybook.command.CommandSideConfiguration;
import clinic.daybook.people.PeopleConfiguration;
import clinic.daybook.query.QuerySideConfiguration;
import clinic.daybook.web.WebConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * Daybook. Each side is imported by its own configuration class, so that what is part of
 * the process is said here and not found by scanning.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = { "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
		"org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration" })
@ComponentScan("clinic.daybook.app")
@Import({ WebConfiguration.class, PeopleConfiguration.class, CommandSideConfiguration.class,
		QuerySideConfiguration.class })
public class DaybookApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(DaybookApplication.class);
		application.addInitializers(new DatabaseAtHand());
		application.addListeners(new ReadyBox());
		try {
			application.run(args);
		}
		catch (Throwable reported) {
			// Axon's own threads would keep a process alive that answers nothing.
			System.exit(1);
		}
	}

}
