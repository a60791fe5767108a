package clinic.daybook.people;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * The one entrance to this module. It is an auto-configuration package rather than an
 * entity scan, which would shut out the entities of others.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@AutoConfigurationPackage
@EnableConfigurationProperties(PasswordSettings.class)
@PropertySource("classpath:clinic/daybook/people/people.properties")
public class PeopleConfiguration {

}
