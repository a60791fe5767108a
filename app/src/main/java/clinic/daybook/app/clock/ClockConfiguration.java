package clinic.daybook.app.clock;

import java.time.Clock;

import javax.sql.DataSource;

import clinic.daybook.app.startup.StartupRefused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the one clock. How far it is ahead is in the database and must count from the
 * first look at it, so the clock is made after the migrations.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

	@Bean
	@DependsOnDatabaseInitialization
	SharedOffset sharedOffset(DataSource dataSource) {
		return new SharedOffset(dataSource);
	}

	@Bean
	EventClock eventClock(SteadyClock clock) {
		return EventClock.set(clock);
	}

	@Bean
	@ConditionalOnBooleanProperty("daybook.demo.enabled")
	TimeTravel timeTravel(SteadyClock clock) {
		return new TimeTravel(clock);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("daybook.clock.adjustable")
	static class Adjustable {

		@Bean
		SteadyClock clock(SharedOffset offset) {
			SteadyClock clock = new SteadyClock(Clock.systemUTC());
			clock.runAheadBy(offset.read());
			return clock;
		}

		@Bean(initMethod = "start")
		ClockFollower clockFollower(SteadyClock clock, SharedOffset offset) {
			return new ClockFollower(clock, offset);
		}

		@Bean
		DemoClock demoClock(SteadyClock clock, SharedOffset offset) {
			return new DemoClock(clock, offset);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "daybook.clock.adjustable", havingValue = false, matchIfMissing = true)
	static class Fixed {

		@Bean
		SteadyClock clock(SharedOffset offset) {
			if (!offset.read().isZero()) {
				// Going on by the machine's time would put new events before old ones.
				throw new StartupRefused("the clock of this database was moved forward, so it is for demonstrations; "
						+ "set DAYBOOK_CLOCK_ADJUSTABLE=true or use another database.");
			}
			return new SteadyClock(Clock.systemUTC());
		}

	}

}
