package clinic.daybook.people;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static clinic.daybook.people.TestPeople.CLOCK;
import static clinic.daybook.people.TestPeople.jdbc;
import static clinic.daybook.people.TestPeople.transaction;
import static org.assertj.core.api.Assertions.assertThat;

/** Text that only its subject's key opens. */
class SubjectCipherTest {

	private static final String TEXT = "Schmerzen im Knie 🩺";

	private final SubjectCipher cipher = freshCipher();

	private final UUID subject = UUID.randomUUID();

	@Test
	void whatIsSealedCanBeOpened() {
		String sealed = this.cipher.seal(this.subject, TEXT);
		assertThat(sealed).matches("v1\\.[A-Za-z0-9_-]+").doesNotContain("Knie");
		assertThat(this.cipher.open(this.subject, sealed)).hasValue(TEXT);
		assertThat(freshCipher().open(this.subject, sealed)).hasValue(TEXT);
		assertThat(this.cipher.open(this.subject, this.cipher.seal(this.subject, ""))).hasValue("");
	}

	@Test
	void theSameTextNeverLooksTheSame() {
		assertThat(this.cipher.seal(this.subject, TEXT)).isNotEqualTo(this.cipher.seal(this.subject, TEXT));
	}

	@Test
	void nobodyElsesKeyOpensIt() {
		UUID other = UUID.randomUUID();
		this.cipher.seal(other, TEXT);
		assertThat(this.cipher.open(other, this.cipher.seal(this.subject, TEXT))).isEmpty();
	}

	@Test
	void itBelongsToItsSubjectEvenUnderTheSameKey() {
		UUID other = UUID.randomUUID();
		String sealed = this.cipher.seal(this.subject, TEXT);
		jdbc().sql(
				"INSERT INTO keys.subject_key SELECT :other, key, created_at FROM keys.subject_key WHERE subject = :id")
			.param("other", other)
			.param("id", this.subject)
			.update();
		assertThat(this.cipher.open(other, sealed)).isEmpty();
	}

	@Test
	void withTheKeyItIsGone() {
		String sealed = this.cipher.seal(this.subject, TEXT);
		jdbc().sql("DELETE FROM keys.subject_key WHERE subject = :id").param("id", this.subject).update();
		SubjectCipher later = freshCipher();
		assertThat(later.open(this.subject, sealed)).isEmpty();
		later.seal(this.subject, "a new key is made");
		assertThat(later.open(this.subject, sealed)).isEmpty();
	}

	@Test
	void whatWasTamperedWithOrIsNoneIsNotOpened() {
		String sealed = this.cipher.seal(this.subject, TEXT);
		char last = sealed.charAt(10);
		String tampered = sealed.substring(0, 10) + ((last == 'A') ? 'B' : 'A') + sealed.substring(11);
		for (String text : new String[] { tampered, sealed.substring(0, 20), "v1.", "v1.@@", "v2." + sealed, TEXT,
				"" }) {
			assertThat(this.cipher.open(this.subject, text)).as(text).isEmpty();
		}
	}

	@Test
	void manyWhoStartAtOnceUseOneKey() throws Exception {
		Callable<String> runner = () -> freshCipher().seal(this.subject, TEXT);
		try (ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<String> sealed : IntStream.range(0, 16).mapToObj((i) -> runners.submit(runner)).toList()) {
				assertThat(freshCipher().open(this.subject, sealed.get())).hasValue(TEXT);
			}
		}
	}

	@Test
	void aKeyThatWasRolledBackIsNotRemembered() {
		transaction().executeWithoutResult((status) -> {
			this.cipher.seal(this.subject, TEXT);
			status.setRollbackOnly();
		});
		String sealed = this.cipher.seal(this.subject, TEXT);
		assertThat(freshCipher().open(this.subject, sealed)).hasValue(TEXT);
	}

	private static SubjectCipher freshCipher() {
		return new SubjectCipher(new SubjectKeys(jdbc(), CLOCK));
	}

}
