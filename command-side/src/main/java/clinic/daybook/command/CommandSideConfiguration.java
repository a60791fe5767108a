package clinic.daybook.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The side that decides. On unless a process is for queries alone. */
@Configuration
@ComponentScan
@Profile("command | !query")
public class CommandSideConfiguration {

}
