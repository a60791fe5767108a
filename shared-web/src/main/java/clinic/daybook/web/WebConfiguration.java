package clinic.daybook.web;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.DispatcherType;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** The one entrance to this module. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableScheduling
@PropertySource("classpath:clinic/daybook/web/web.properties")
public class WebConfiguration {

	static final int LARGEST_BODY = 256 * 1024;

	private static final int DEEPEST_BODY = 32;

	@Bean
	JsonFactoryBuilderCustomizer bodyLimits() {
		return (builder) -> builder.streamReadConstraints(
				StreamReadConstraints.builder().maxDocumentLength(LARGEST_BODY).maxNestingDepth(DEEPEST_BODY).build());
	}

	@Bean
	StrictJson strictJson() {
		return new StrictJson();
	}

	@Bean
	Problems problems(JsonMapper json, ObjectProvider<ProblemTranslator> translators) {
		return new Problems(new ProblemWriter(json), List.copyOf(translators.orderedStream().toList()));
	}

	@Bean
	FilterRegistrationBean<TraceFilter> traceFilter(Problems problems) {
		FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(new TraceFilter(problems));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

	// Behind Spring Security: who is not let in makes no attempts.
	@Bean
	FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(Attempts attempts) {
		FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(
				new IdempotencyFilter(attempts));
		registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
		return registration;
	}

	@Bean
	AccessTokens accessTokens(SigningKeys keys, Clock clock) {
		return new AccessTokens(keys, clock);
	}

	// As a bean of this type it also stands before actuator's endpoints.
	@Bean
	static MappedInterceptor access(Environment environment) {
		return new MappedInterceptor(null, new AccessInterceptor(environment));
	}

	@Bean
	static MappedInterceptor bodyTypes() {
		return new MappedInterceptor(null, new BodyTypeInterceptor());
	}

	@Bean
	static MappedInterceptor bareErrors(Problems problems) {
		return new MappedInterceptor(null, new BareErrorInterceptor(problems));
	}

}
