package clinic.daybook.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The side that derives and answers. On unless a process is for commands alone. */
@Configuration
@ComponentScan
@Profile("query | !command")
public class QuerySideConfiguration {

}
