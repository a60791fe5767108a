package clinic.daybook.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Spring Security finds out who calls and keeps its headers and firewall; who may call
 * what is decided by {@link AccessInterceptor}, which knows the endpoint.
 */
@Configuration(proxyBeanMethods = false)
class SecuritySettings {

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, AccessTokens tokens, Callers callers,
			Problems problems) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint((request, response, ex) -> problems.answer(request, response, null, ex))
				.accessDeniedHandler((request, response, ex) -> problems.answer(request, response, null, ex)))
			.addFilterBefore(new BearerFilter(tokens, callers, problems), AnonymousAuthenticationFilter.class)
			.build();
	}

	@Bean
	RequestRejectedHandler requestRejectedHandler(Problems problems) {
		return (request, response, ex) -> problems.answer(request, response, null,
				new ProblemException(ProblemCode.INVALID_REQUEST, "The address or a header is not acceptable."));
	}

	// Without it Boot makes up a user and logs a password.
	@Bean
	AuthenticationManager authenticationManager() {
		return (authentication) -> {
			throw new ProviderNotFoundException("Callers are known by their tokens alone");
		};
	}

}
