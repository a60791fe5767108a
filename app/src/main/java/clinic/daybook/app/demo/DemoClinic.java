package clinic.daybook.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.daybook.app.startup.StartupRefused;
import clinic.daybook.book.Receipt;
import clinic.daybook.people.PreparedAccount;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.ReadModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with a clinic to try things on. Its story is told in one
 * transaction: a start that is broken off leaves nothing, and nobody sees half of it.
 * That is once commands find their handlers, and before the first request can come in
 * between.
 */
@Component
@ConditionalOnBooleanProperty("daybook.demo.enabled")
@Profile("command | !query")
class DemoClinic implements SmartLifecycle {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

	private static final Logger log = LoggerFactory.getLogger(DemoClinic.class);

	private final Storyteller storyteller;

	private final ReadModels readModels;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile boolean running;

	DemoClinic(Storyteller storyteller, ReadModels readModels, JdbcClient jdbc, PlatformTransactionManager transactions,
			Clock clock) {
		this.storyteller = storyteller;
		this.readModels = readModels;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	@Override
	public void start() {
		this.running = true;
		if (isEmpty()) {
			fill(this.clock.instant());
		}
	}

	private void fill(Instant now) {
		Story story = Story.until(now);
		log.info("The first start makes a demo clinic: {} doctors, {} members and what they did in three months",
				DemoDoctor.ALL.size(), DemoMember.ALL.size());
		Map<UUID, PreparedAccount> accounts = prepared();
		Receipt<Boolean> told = Receipt
			.of(() -> Boolean.TRUE.equals(this.transaction.execute((status) -> tellUnlessOthersDid(story, accounts))));
		told.position().ifPresent((last) -> {
			this.readModels.caughtUpWith(last, PATIENCE);
			log.info("The demo clinic is open, with {} events in its book", last);
		});
	}

	private Map<UUID, PreparedAccount> prepared() {
		try {
			return this.storyteller.prepare(Cast.everybody());
		}
		catch (ProblemException ex) {
			if (ex.code() == ProblemCode.EMAIL_TAKEN) {
				throw new StartupRefused("DAYBOOK_ADMIN_EMAIL is somebody's in the demo clinic; choose another.", ex);
			}
			throw ex;
		}
	}

	/** Others may have started at the same moment; they wait here for each other. */
	private boolean tellUnlessOthersDid(Story story, Map<UUID, PreparedAccount> accounts) {
		this.jdbc.sql("lock table people.account in share row exclusive mode").update();
		boolean empty = isEmpty();
		if (empty) {
			tell(story.happenings(), accounts);
		}
		return empty;
	}

	private void tell(List<Happening> happenings, Map<UUID, PreparedAccount> accounts) {
		int told = 0;
		for (Map.Entry<YearMonth, List<Happening>> month : byMonth(happenings).entrySet()) {
			month.getValue().forEach((happening) -> this.storyteller.tell(happening, accounts));
			told += month.getValue().size();
			log.info("Its story is told up to {}: {} of {} steps", MONTH.format(month.getKey()), told,
					happenings.size());
		}
	}

	private static SortedMap<YearMonth, List<Happening>> byMonth(List<Happening> happenings) {
		return happenings.stream()
			.collect(Collectors.groupingBy((happening) -> YearMonth.from(happening.at().atOffset(ZoneOffset.UTC)),
					TreeMap::new, Collectors.toList()));
	}

	/** The first ADMIN may be there before anybody else. */
	private boolean isEmpty() {
		return this.jdbc.sql("select not exists (select from people.account where role <> 'ADMIN')")
			.query(Boolean.class)
			.single();
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
