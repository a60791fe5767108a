package clinic.daybook.web.openapi;

import java.util.List;

import clinic.daybook.web.Caller;
import clinic.daybook.web.Limits;
import clinic.daybook.web.NewId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says of the whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiSettings {

	static final String DESCRIPTION = """
			An event-sourced booking backend for medical clinics.

			Log in with `POST /auth/login` and give the `accessToken` to **Authorize**. \
			Every error is a problem document (RFC 9457) with a `code` that stays as it is; \
			its `type` leads to a page that explains it. \
			Every answer carries an `X-Trace-Id` by which it can be found in the logs.""";

	private static final String BEARER = "bearer";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Limits.class, Caller.class, NewId.class);
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Daybook")
				.version("0.1.0")
				.description(DESCRIPTION)
				.contact(new Contact().name("The clinic that runs this server")))
			.components(new Components().addSecuritySchemes(BEARER,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme(BEARER)
						.bearerFormat("JWT")
						.description("The accessToken that POST /auth/login answers with.")))
			.addSecurityItem(new SecurityRequirement().addList(BEARER))
			.tags(tags());
	}

	private static List<Tag> tags() {
		return List.of(tag("Identity", "Accounts and logins: one's own."), tag("Users", "Everybody's accounts."),
				tag("Members", "Everybody who is treated, with a login or without."),
				tag("Catalogue", "Departments, and the doctors in them."),
				tag("Availability", "When doctors work, and what is free."), tag("Appointments", "Booking, and after."),
				tag("Demo clock", "Time, where it may be moved: in the demo."));
	}

	private static Tag tag(String name, String description) {
		return new Tag().name(name).description(description);
	}

}
