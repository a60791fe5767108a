package clinic.daybook.web;

import java.util.List;

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

	MvcSettings(Problems problems, ReadModels readModels) {
		this.problems = problems;
		this.readModels = readModels;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new QueryInterceptor());
		registry.addInterceptor(new AcceptInterceptor());
		registry.addInterceptor(new ConsistencyInterceptor(this.readModels));
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new LimitsResolver());
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		resolvers.addFirst(new ProblemResolver(this.problems));
	}

}
