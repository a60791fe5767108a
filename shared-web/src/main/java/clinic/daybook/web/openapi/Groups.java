package clinic.daybook.web.openapi;

import java.lang.reflect.Method;
import java.util.Arrays;

import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.models.GroupedOpenApi;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The three parts that Swagger UI shows one at a time: writing, reading, and looking
 * back.
 */
@Configuration(proxyBeanMethods = false)
class Groups {

	private static final String[] AUDIT = { "/api/audit/**", "/admin/projections/**" };

	@Bean
	GroupedOpenApi commandGroup() {
		return group("commands", "Everything that changes something.").pathsToExclude(AUDIT)
			.addOpenApiMethodFilter((method) -> !reads(method))
			.build();
	}

	@Bean
	GroupedOpenApi queryGroup() {
		return group("queries", "Everything that only reads.").pathsToExclude(AUDIT)
			.addOpenApiMethodFilter(Groups::reads)
			.build();
	}

	@Bean
	GroupedOpenApi auditGroup() {
		return group("audit", "How everything came to be as it is.").pathsToMatch(AUDIT).build();
	}

	private static GroupedOpenApi.Builder group(String name, String description) {
		return GroupedOpenApi.builder().group(name).addOpenApiCustomizer((api) -> {
			Info info = api.getInfo();
			info.setTitle("Daybook: " + name);
			info.setDescription("**" + description + "**\n\n" + OpenApiSettings.DESCRIPTION);
		});
	}

	private static boolean reads(Method method) {
		@Nullable RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
		return mapping != null && Arrays.asList(mapping.method()).contains(RequestMethod.GET);
	}

}
