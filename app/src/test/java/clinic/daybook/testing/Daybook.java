package clinic.daybook.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.sql.DataSource;

import clinic.daybook.app.DaybookApplication;
import clinic.daybook.book.testing.PostgresForTests;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.function.SingletonSupplier;

/** A running server, reached over HTTP alone. */
public final class Daybook implements AutoCloseable {

	public static final String ADMIN_EMAIL = "admin@clinic.example";

	public static final String ADMIN_PASSWORD = "correct horse battery staple 7";

	private static final Map<String, Object> ITS_ADMIN = Map.of("DAYBOOK_ADMIN_EMAIL", ADMIN_EMAIL,
			"DAYBOOK_ADMIN_PASSWORD", ADMIN_PASSWORD);

	private static final List<String> CHEAP_PASSWORDS = List.of("--daybook.password.memory-kib=64",
			"--daybook.password.iterations=1");

	private final @Nullable DataSource database;

	private final AutoCloseable server;

	private final URI base;

	private final HttpClient http;

	private final Set<String> explainedTypes = ConcurrentHashMap.newKeySet();

	private final @Nullable Integer managementPort;

	private volatile boolean isBroken;

	private final Supplier<Contract> contract = SingletonSupplier.of(this::contract);

	private Daybook(@Nullable DataSource database, AutoCloseable server, int port, @Nullable Integer managementPort) {
		this(database, server, URI.create("http://localhost:" + port), client().build(), managementPort);
	}

	private Daybook(@Nullable DataSource database, AutoCloseable server, URI base, HttpClient http,
			@Nullable Integer managementPort) {
		this.database = database;
		this.server = server;
		this.base = base;
		this.http = http;
		this.managementPort = managementPort;
	}

	private static HttpClient.Builder client() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(10))
			.followRedirects(HttpClient.Redirect.NEVER);
	}

	/** A server that only claims to be one. */
	static Daybook pretended(int port) {
		return new Daybook(null, () -> {
		}, port, null);
	}

	/** The server most tests share; their doctors and members keep them apart. */
	public static Daybook shared() {
		return Shared.SERVER;
	}

	/** A server with a database of its own, to be closed by whoever asked for it. */
	public static Daybook alone() {
		return on(PostgresForTests.emptyDatabase(), ITS_ADMIN);
	}

	/** One that counts how often an address tries, likewise. */
	public static Daybook limiting() {
		return on(PostgresForTests.emptyDatabase(), with(ITS_ADMIN, "DAYBOOK_RATE_LIMIT_ENABLED", "true"));
	}

	/** One that is set up differently in one thing, likewise. */
	public static Daybook with(String variable, String value) {
		Map<String, Object> variables = new HashMap<>(ITS_ADMIN);
		variables.put(variable, value);
		return on(PostgresForTests.emptyDatabase(), variables);
	}

	/** The demo clinic as a new user finds it, likewise. */
	public static Daybook demo() {
		return demo(PostgresForTests.emptyDatabase());
	}

	/** The same on a database that may have a demo clinic already. */
	public static Daybook demo(DataSource database) {
		return on(database, Map.of("DAYBOOK_DEMO_ENABLED", "true"));
	}

	/** The same, but only a part of it: {@code command} or {@code query}. */
	public static Daybook demo(DataSource database, String profile) {
		return on(database, Map.of("DAYBOOK_DEMO_ENABLED", "true", "SPRING_PROFILES_ACTIVE", profile));
	}

	/** One side of it, likewise. */
	public static Daybook side(String profile) {
		return on(PostgresForTests.emptyDatabase(), with(ITS_ADMIN, "SPRING_PROFILES_ACTIVE", profile));
	}

	/** The demo clinic's reading side, likewise. */
	public static Daybook demoOfQueries() {
		return demo(PostgresForTests.emptyDatabase(), "query");
	}

	/** Two servers on one database. */
	public static List<Daybook> pair() {
		return Pair.SERVERS;
	}

	private static Map<String, Object> with(Map<String, Object> variables, String name, String value) {
		Map<String, Object> more = new HashMap<>(variables);
		more.put(name, value);
		return more;
	}

	private static Daybook on(DataSource database, Map<String, Object> more) {
		SpringApplication application = new SpringApplication(DaybookApplication.class);
		application.setEnvironment(asIfSetOutside(variables(database, more)));
		ConfigurableApplicationContext context = application.run(CHEAP_PASSWORDS.toArray(String[]::new));
		int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		return new Daybook(database, context, port,
				context.getEnvironment().getProperty("local.management.port", Integer.class));
	}

	private static Map<String, Object> variables(DataSource database, Map<String, Object> more) {
		Map<String, Object> variables = new HashMap<>(
				Map.of("SPRING_DATASOURCE_URL", urlOf(database), "SPRING_DATASOURCE_USERNAME", userOf(database),
						"SPRING_DATASOURCE_PASSWORD", "postgres", "SERVER_PORT", "0", "SERVER_ADDRESS", "127.0.0.1",
						"DAYBOOK_RATE_LIMIT_ENABLED", "false", "DAYBOOK_CLOCK_ADJUSTABLE", "true"));
		variables.putAll(more);
		return variables;
	}

	/** Environment variables, under the names the contract gives them. */
	private static ConfigurableEnvironment asIfSetOutside(Map<String, Object> variables) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("tests-systemEnvironment", variables));
		return environment;
	}

	/** The same server to one who comes from elsewhere: 127.0.0.2 and so on. */
	public Daybook from(String address) {
		return new Daybook(this.database, () -> {
		}, URI.create("http://127.0.0.1:" + port()), client().localAddress(addressOf(address)).build(),
				this.managementPort);
	}

	/** One that has metrics, likewise. */
	public static Daybook measured() {
		return with("MANAGEMENT_SERVER_PORT", "0");
	}

	/** What its operators see, on a port that clients don't reach. */
	public Daybook toOperators() {
		return pretended(Objects.requireNonNull(this.managementPort, "a server without metrics"));
	}

	/** One more server on the same database. */
	public Daybook another() {
		return on(database(), ITS_ADMIN);
	}

	/** Likewise, in a process of its own. */
	public ServerProcess anotherProcess() {
		return ServerProcess.started(variables(database(), ITS_ADMIN), CHEAP_PASSWORDS);
	}

	/** The other side, on the same database. */
	public Daybook otherSide(String profile) {
		return on(database(), with(ITS_ADMIN, "SPRING_PROFILES_ACTIVE", profile));
	}

	/** What its own description says can be asked of it. */
	public List<Operation> operations() {
		return Operation.allOf(anyone().get("/v3/api-docs").is(200).json());
	}

	/** What the description of one of its groups lists. */
	public List<Operation> operations(String group) {
		return Operation.allOf(anyone().get("/v3/api-docs/" + group).is(200).json());
	}

	public Clinic clinic() {
		return new Clinic(this);
	}

	public Visitor anyone() {
		return new Visitor(this);
	}

	public URI base() {
		return this.base;
	}

	public int port() {
		return this.base.getPort();
	}

	public DataSource database() {
		return Objects.requireNonNull(this.database, "a pretended server has no database");
	}

	HttpClient http() {
		return this.http;
	}

	/** Does something to a server that a test has broken, which may say that it is. */
	public <T> T broken(Supplier<T> doing) {
		this.isBroken = true;
		try {
			return doing.get();
		}
		finally {
			this.isBroken = false;
		}
	}

	/** Holds what it did against what it says of itself. */
	void judge(Exchange exchange) {
		if (this.database != null && !(this.isBroken && exchange.status() == 500)) {
			this.contract.get().judge(exchange);
		}
	}

	private Contract contract() {
		HttpRequest request = HttpRequest.newBuilder(this.base.resolve("/v3/api-docs")).build();
		try {
			return new Contract(Json.read(this.http.send(request, BodyHandlers.ofString()).body()));
		}
		catch (IOException ex) {
			throw new AssertionError("no OpenAPI document", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", ex);
		}
	}

	/** A page is looked up once per server, however many problems point to it. */
	boolean isNewType(String type) {
		return this.explainedTypes.add(type);
	}

	@Override
	public void close() {
		this.http.close();
		try {
			this.server.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The server could not be closed", ex);
		}
	}

	private static InetAddress addressOf(String literal) {
		try {
			return InetAddress.getByName(literal);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String urlOf(DataSource database) {
		try (Connection connection = database.getConnection()) {
			return connection.getMetaData().getURL();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String userOf(DataSource database) {
		try (Connection connection = database.getConnection()) {
			return connection.getMetaData().getUserName();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Daybook closedAtExit(Daybook daybook) {
		Runtime.getRuntime().addShutdownHook(new Thread(daybook::close));
		return daybook;
	}

	private static final class Shared {

		private static final Daybook SERVER = closedAtExit(alone());

	}

	private static final class Pair {

		private static final List<Daybook> SERVERS = start();

		private static List<Daybook> start() {
			Daybook first = closedAtExit(alone());
			return List.of(first, closedAtExit(first.another()));
		}

	}

}
