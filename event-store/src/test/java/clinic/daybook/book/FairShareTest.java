package clinic.daybook.book;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FairShareTest {

	private static final List<String> ALL = List.of("p1", "p2", "p3", "p4");

	@AutoClose
	private final TestBook book = new TestBook();

	@Test
	void whoJoinsTakesOneAfterTheOtherUntilBothHaveTheSame() {
		have("a", "p1", "p2", "p3", "p4");

		assertThat(share("b").takeOne(ALL)).contains(new FairShare.Taken("p1", 0));
		assertThat(share("b").takeOne(ALL)).contains(new FairShare.Taken("p2", 0));
		assertThat(share("b").takeOne(ALL)).isEmpty();
		assertThat(share("a").takeOne(ALL)).isEmpty();
		assertThat(owners()).isEqualTo(Map.of("p1", "b", "p2", "b", "p3", "a", "p4", "a"));
	}

	@Test
	void aThirdTakesFromWhoeverHasMost() {
		have("a", "p1");
		have("b", "p2", "p3", "p4");

		assertThat(share("c").takeOne(ALL)).contains(new FairShare.Taken("p2", 0));
		assertThat(share("c").takeOne(ALL)).isEmpty();
	}

	@Test
	void theOnlyOneIsNotWorthTaking() {
		have("a", "p1");

		assertThat(share("b").takeOne(ALL)).isEmpty();
	}

	@Test
	void onlyWhatThisProcessRunsIsCountedAndTaken() {
		have("a", "p1", "p2", "p3");

		assertThat(share("b").takeOne(List.of("p3"))).isEmpty();
		assertThat(share("b").takeOne(List.of("p2", "p3"))).contains(new FairShare.Taken("p2", 0));
	}

	@Test
	void whatADeadProcessHadIsLeftToAxonWhichTakesItByItself() {
		have("a", "p1", "p2", "p3", "p4");
		this.book.jdbc.update("update book.token_entry set touched_at = ?",
				AbstractTokenEntry.clock.instant().minus(BookTokenStore.CLAIM_TIMEOUT).toString());

		assertThat(share("b").takeOne(ALL)).isEmpty();
		tokens("b").fetchToken("p1", 0);
		assertThat(owners()).containsEntry("p1", "b");
	}

	@Test
	void othersHaveWhatLivingProcessesClaimAlone() {
		have("a", "p1", "p2");
		have("b", "p3");
		assertThat(share("b").othersHave()).containsExactlyInAnyOrder("p1", "p2");

		tokens("a").releaseClaim("p1", 0);
		assertThat(share("b").othersHave()).containsExactly("p2");
		this.book.jdbc.update("update book.token_entry set touched_at = ?",
				AbstractTokenEntry.clock.instant().minus(BookTokenStore.CLAIM_TIMEOUT).toString());
		assertThat(share("b").othersHave()).isEmpty();
	}

	@Test
	void theFormerOwnerCanStoreNoPositionAnyMore() {
		have("a", "p1", "p2");
		TokenStore former = tokens("a");
		share("b").takeOne(ALL);

		assertThatExceptionOfType(UnableToClaimTokenException.class)
			.isThrownBy(() -> former.storeToken(new GlobalSequenceTrackingToken(7), "p1", 0));
		assertThatExceptionOfType(UnableToClaimTokenException.class).isThrownBy(() -> former.extendClaim("p1", 0));
		assertThat(tokens("b").fetchToken("p1", 0)).isNull();
	}

	@Test
	void whatIsBeingWrittenIsNotWaitedFor() {
		have("a", "p1", "p2");
		TransactionTemplate batch = new TransactionTemplate(new DataSourceTransactionManager(this.book.database));
		batch.executeWithoutResult((status) -> {
			tokens("a").storeToken(new GlobalSequenceTrackingToken(7), "p1", 0);

			assertThat(elsewhere(() -> share("b").takeOne(ALL).isPresent() && owners().get("p2").equals("b"))).isTrue();
		});
	}

	@Test
	void manyWhoJoinAtOnceShareFairly() throws Exception {
		have("a", "p1", "p2", "p3", "p4");
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.invokeAll(Stream.of("a", "b", "c", "d").map((node) -> (Callable<Boolean>) () -> {
				for (int turn = 0; turn < 50; turn++) {
					share(node).takeOne(ALL);
				}
				return true;
			}).toList());
		}
		// Two who took from the same at once may have left it with too little.
		share("a").takeOne(ALL);

		assertThat(owners().values()).containsExactlyInAnyOrder("a", "b", "c", "d");
	}

	private boolean elsewhere(Callable<Boolean> question) {
		try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
			return thread.submit(question).get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void have(String node, String... processors) {
		for (String processor : processors) {
			tokens(node).initializeTokenSegments(processor, 1, null);
			tokens(node).fetchToken(processor, 0);
		}
	}

	private Map<String, String> owners() {
		Map<String, String> owners = new TreeMap<>();
		this.book.jdbc.query("select processor_name, owner from book.token_entry", (row) -> {
			owners.put(row.getString(1), row.getString(2));
		});
		return owners;
	}

	private TokenStore tokens(String node) {
		return BookTokenStore.on(this.book.database, node);
	}

	private FairShare share(String node) {
		return new FairShare(this.book.database, node);
	}

}
