package clinic.daybook.app.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import clinic.daybook.app.startup.StartupRefused;
import com.sun.security.auth.module.UnixSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * All on one folder, as on a user's machine: each test finds what the one before it left.
 */
class EmbeddedPostgresTest {

	private static final boolean ROOT = new UnixSystem().getUid() == 0;

	private static final int NOBODY = 65534;

	@TempDir
	static Path folder;

	private final Path data = folder.resolve("postgres/data");

	@BeforeAll
	static void letOthersIn() throws IOException {
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	@BeforeEach
	void nothingRuns() throws IOException {
		assertThat(Postmaster.namedIn(this.data)).as("a server that an earlier test left running").isEmpty();
	}

	@Test
	void syncsEveryCommit() {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			JdbcClient jdbc = jdbc(postgres.start());
			assertThat(setting(jdbc, "fsync")).isEqualTo("on");
			assertThat(setting(jdbc, "synchronous_commit")).isEqualTo("on");
			assertThat(setting(jdbc, "full_page_writes")).isEqualTo("on");
		}
	}

	@Test
	void refusesToGoOnWithoutSyncingCommits() throws SQLException {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			DatabaseAccess access = postgres.start();
			jdbc(access).sql("alter role daybook set synchronous_commit = off").update();
			assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> EmbeddedPostgres.requireDurable(access))
				.withMessageContaining("synchronous_commit=off");
			jdbc(access).sql("alter role daybook reset synchronous_commit").update();
			EmbeddedPostgres.requireDurable(access);
		}
	}

	@Test
	void letsNoConfigurationFileTurnSyncingOff() throws IOException {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			jdbc(postgres.start()).sql("alter system set fsync = off").update();
		}
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			assertThat(setting(jdbc(postgres.start()), "fsync")).isEqualTo("on");
		}
	}

	@Test
	void listensToThisMachineOnlyAndAsksForThePassword() {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			DatabaseAccess access = postgres.start();
			assertThat(setting(jdbc(access), "listen_addresses")).isEqualTo("127.0.0.1");
			assertThat(setting(jdbc(access), "unix_socket_directories")).isEmpty();
			DatabaseAccess guess = new DatabaseAccess(access.port(), access.database(), access.username(), "guess");
			assertThatExceptionOfType(SQLException.class).isThrownBy(guess::connect)
				.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
		}
	}

	@Test
	void keepsItsDataAndItsPassword() {
		DatabaseAccess first;
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			first = postgres.start();
			jdbc(first).sql("create table kept as select 42 as answer").update();
		}
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			DatabaseAccess second = postgres.start();
			assertThat(second.password()).isEqualTo(first.password());
			assertThat(jdbc(second).sql("select answer from kept").query(Integer.class).single()).isEqualTo(42);
		}
	}

	@Test
	void isStoppedWithTheApplication() {
		DatabaseAccess access;
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			access = postgres.start();
		}
		assertThatExceptionOfType(SQLException.class).isThrownBy(access::connect);
	}

	@Test
	void servesOneDaybookAtATime() {
		try (EmbeddedPostgres first = new EmbeddedPostgres(folder);
				EmbeddedPostgres second = new EmbeddedPostgres(folder)) {
			DatabaseAccess access = first.start();
			assertThatExceptionOfType(StartupRefused.class).isThrownBy(second::start)
				.withMessageContaining("another Daybook (process " + ProcessHandle.current().pid() + ")")
				.withMessageContaining(folder.toString());
			assertThat(jdbc(access).sql("select 1").query(Integer.class).single()).isEqualTo(1);
		}
	}

	@Test
	void stopsWhatAKilledApplicationLeftRunning() throws Exception {
		DatabaseAccess ready;
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			ready = postgres.start();
		}
		Process killed = startElsewhere(List.of(), folder);
		killed.destroyForcibly().waitFor();
		Postmaster orphan = Postmaster.namedIn(this.data).orElseThrow();
		assertThat(orphan.fate(this.data)).isEqualTo(Postmaster.Fate.RUNNING);
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			DatabaseAccess access = postgres.start();
			assertThat(access.password()).isEqualTo(ready.password());
			assertThat(orphan.fate(this.data)).isNotEqualTo(Postmaster.Fate.RUNNING);
			assertThat(Postmaster.namedIn(this.data).orElseThrow().pid()).isNotEqualTo(orphan.pid());
			assertThat(jdbc(access).sql("select 1").query(Integer.class).single()).isEqualTo(1);
		}
	}

	@Test
	void leavesAStrangerAloneWhoGotTheNumberOfACrashedServer() throws Exception {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
			postgres.start();
		}
		Process stranger = new ProcessBuilder("sleep", "60").start();
		try {
			Files.writeString(Postmaster.file(this.data),
					stranger.pid() + "\n" + this.data + "\n" + Instant.now().getEpochSecond() + "\n");
			try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
				assertThat(jdbc(postgres.start()).sql("select 1").query(Integer.class).single()).isEqualTo(1);
			}
			assertThat(stranger.isAlive()).isTrue();
		}
		finally {
			stranger.destroy();
		}
	}

	@Test
	void runsAsAnOrdinaryUser(@TempDir Path home) throws Exception {
		assumeThat(ROOT).as("only root can become another user").isTrue();
		Path own = Files.createDirectory(home.resolve("own"));
		Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.setAttribute(own, "unix:uid", NOBODY);
		// The right to search directories is for the class path, which may be below
		// root's home.
		Process ordinary = startElsewhere(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups",
				"--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--"), own);
		assertThat(owner(own.resolve("postgres/data/PG_VERSION"))).isEqualTo(NOBODY);
		ordinary.getOutputStream().close();
		assertThat(ordinary.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(Postmaster.namedIn(own.resolve("postgres/data"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 0 })
	void runsForRootInEveryWay(int way) throws IOException {
		assumeThat(ROOT).isTrue();
		RunAs candidate = RunAs.INSTEAD_OF_ROOT.get(way);
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder, List.of(candidate))) {
			assertThat(jdbc(postgres.start()).sql("select 1").query(Integer.class).single()).isEqualTo(1);
			assertThat(owner(this.data)).isEqualTo(candidate.owner());
		}
	}

	@Test
	void saysSoWhereRootHasNoWay() {
		assumeThat(ROOT).isTrue();
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder,
				List.of(new RunAs(List.of("no-such-program"), 0), new RunAs(List.of("false"), 0)))) {
			assertThatExceptionOfType(StartupRefused.class).isThrownBy(postgres::start)
				.withMessageContaining("ordinary user");
		}
	}

	private static Process startElsewhere(List<String> prefix, Path folder) throws IOException {
		List<String> command = new ArrayList<>(prefix);
		command.addAll(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("java.class.path"), OtherProcess.class.getName(), folder.toString()));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		String line = output.readLine();
		while (line != null && !line.startsWith("ready")) {
			line = output.readLine();
		}
		assertThat(line).as("the other process started PostgreSQL").isNotNull();
		return process;
	}

	private static Object owner(Path path) throws IOException {
		return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
	}

	private static String setting(JdbcClient jdbc, String name) {
		return jdbc.sql("select current_setting(:name)").param("name", name).query(String.class).single();
	}

	private static JdbcClient jdbc(DatabaseAccess access) {
		return JdbcClient.create(new DriverManagerDataSource(access.url(), access.username(), access.password()));
	}

}
