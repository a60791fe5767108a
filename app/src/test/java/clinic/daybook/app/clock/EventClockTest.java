package clinic.daybook.app.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventClockTest {

	private static final Clock FIRST = Clock.fixed(Instant.parse("2026-12-01T09:00:00Z"), ZoneOffset.UTC);

	private static final Clock SECOND = Clock.fixed(Instant.parse("2027-12-01T09:00:00Z"), ZoneOffset.UTC);

	@Test
	void whoeverGoesFirstNobodysTimeStaysBehind() {
		Clock before = GenericEventMessage.clock;
		EventClock first = EventClock.set(FIRST);
		EventClock second = EventClock.set(SECOND);
		assertThat(GenericEventMessage.clock).isSameAs(SECOND);

		first.close();
		assertThat(GenericEventMessage.clock).isSameAs(SECOND);
		second.close();

		assertThat(GenericEventMessage.clock).isSameAs(before);
	}

}
