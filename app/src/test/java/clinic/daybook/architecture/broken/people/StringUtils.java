package clinic.daybook.architecture.broken.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class StringUtils {

	@Autowired
	private @Nullable String injected;

	List<Object> times() {
		return List.of(Instant.now(), LocalDate.now(ZoneOffset.UTC), System.currentTimeMillis(), Clock.systemUTC(),
				new Date(), String.valueOf(this.injected));
	}

}
