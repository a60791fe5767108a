package clinic.daybook.people;

import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import clinic.daybook.book.testing.PostgresForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static clinic.daybook.people.TestPeople.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Where the key that signs tokens comes from. */
class StoredSigningKeysTest {

	private final DataSource database = PostgresForTests.emptyDatabase();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private Connection held;

	@AfterEach
	void letGo() throws SQLException {
		if (this.held != null) {
			this.held.close();
		}
	}

	@Test
	void processesThatStartAtOnceAgreeOnOne() throws Exception {
		StoredSigningKeys faster = inTransactionOfItsOwn();
		try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<StoredSigningKeys> slower = processes.submit(() -> new StoredSigningKeys("", this.jdbc, CLOCK));
			await().until(() -> slower.isDone() || waitsForTheOther());
			this.held.commit();
			assertThat(slower.get().current().kid()).isEqualTo(faster.current().kid());
		}
		assertThat(keysStored()).isEqualTo(1);
		assertThat(new StoredSigningKeys("", this.jdbc, CLOCK).trusted()).containsOnlyKeys(faster.current().kid());
	}

	@Test
	void aGivenKeyIsTheOnlyOneTrustedAndIsNotStored() throws Exception {
		new StoredSigningKeys("", this.jdbc, CLOCK);
		String pem = "-----BEGIN PRIVATE KEY-----\n" + base64Key("Ed25519") + "\n-----END PRIVATE KEY-----\n";
		StoredSigningKeys given = new StoredSigningKeys(pem, this.jdbc, CLOCK);
		StoredSigningKeys onOneLine = new StoredSigningKeys(pem.replace("\n", "\\n"), this.jdbc, CLOCK);
		assertThat(given.trusted()).containsOnlyKeys(given.current().kid());
		assertThat(onOneLine.current().kid()).isEqualTo(given.current().kid());
		assertThat(keysStored()).isEqualTo(1);
	}

	@Test
	void theKeyOfRfc8037HasItsName() throws Exception {
		var pair = Ed25519.parse("MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g");
		assertThat(Ed25519.kid(pair.getPublic())).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
	}

	@ParameterizedTest
	@ValueSource(strings = { "RSA", "X25519", "Ed448", "EC" })
	void keysOfOtherKindsAreRefused(String algorithm) throws Exception {
		refused(base64Key(algorithm));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "AAAA", "-----BEGIN PRIVATE KEY-----" })
	void whatIsNoKeyIsRefused(String text) {
		refused(text);
	}

	private void refused(String key) {
		assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> new StoredSigningKeys(key, this.jdbc, CLOCK))
			.withMessageContaining("DAYBOOK_JWT_PRIVATE_KEY")
			.withMessageNotContaining(key);
	}

	private StoredSigningKeys inTransactionOfItsOwn() throws Exception {
		this.held = this.database.getConnection();
		this.held.setAutoCommit(false);
		return new StoredSigningKeys("", JdbcClient.create(new SingleConnectionDataSource(this.held, true)), CLOCK);
	}

	private boolean waitsForTheOther() {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM pg_stat_activity
				WHERE datname = current_database() AND wait_event_type = 'Lock')
				""").query(Boolean.class).single();
	}

	private long keysStored() {
		return this.jdbc.sql("SELECT count(*) FROM people.signing_key").query(Long.class).single();
	}

	private static String base64Key(String algorithm) throws Exception {
		return Base64.getEncoder()
			.encodeToString(KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded());
	}

}
