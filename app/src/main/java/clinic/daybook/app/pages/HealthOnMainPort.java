package clinic.daybook.app.pages;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * With a management port the actuator moves there whole, but whoever routes traffic to
 * the main port asks that port whether it is well.
 */
@RestController
@Hidden
@ConditionalOnProperty("management.server.port")
class HealthOnMainPort {

	private final HealthEndpoint health;

	HealthOnMainPort(HealthEndpoint health) {
		this.health = health;
	}

	@GetMapping("/actuator/health/{group:liveness|readiness}")
	ResponseEntity<Map<String, String>> health(@PathVariable String group) {
		HealthDescriptor found = this.health.healthForPath(group);
		Status status = (found != null) ? found.getStatus() : Status.UNKNOWN;
		HttpStatus answer = Status.UP.equals(status) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
		return ResponseEntity.status(answer).body(Map.of("status", status.getCode()));
	}

}
