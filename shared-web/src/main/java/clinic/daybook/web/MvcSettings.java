package clinic.daybook.web;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hangs this module's parts into Spring MVC, in the order in which requests meet them.
 */
@Configuration(proxyBeanMethods = false)
class MvcSettings implements WebMvcConfigurer {

	private final Problems problems;

	private final ReadModels readModels;

	private final JsonMapper json;

	private final Attempts attempts;

	private final ReadYourWrites readYourWrites;

	MvcSettings(Problems problems, ReadModels readModels, JsonMapper json, Attempts attempts,
			ReadYourWrites readYourWrites) {
		this.problems = problems;
		this.readModels = readModels;
		this.json = json;
		this.attempts = attempts;
		this.readYourWrites = readYourWrites;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new QueryInterceptor());
		registry.addInterceptor(new AcceptInterceptor());
		registry.addInterceptor(new NoFieldsInterceptor(this.json));
		registry.addInterceptor(new ConsistencyInterceptor(this.readModels));
		registry.addInterceptor(new IdempotencyInterceptor(this.attempts, this.readYourWrites));
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new LimitsResolver());
		resolvers.add(new NewIdResolver());
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		resolvers.addFirst(new ProblemResolver(this.problems));
	}

}
