package clinic.daybook.book;

import java.time.Duration;

import javax.sql.DataSource;

import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Axon's JDBC token store on the book's own table, in the caller's transaction. */
public final class BookTokenStore {

	static final String TABLE = "book.token_entry";

	/**
	 * What a process has claimed is anybody's after so long without a sign of life. Axon
	 * gives one at least every five seconds.
	 */
	static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

	private BookTokenStore() {
	}

	/**
	 * A store for the processors of this process.
	 * @param node this process's name; no two living processes share one
	 */
	public static TokenStore on(DataSource dataSource, String node) {
		return JdbcTokenStore.builder()
			.connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
			.serializer(BookJson.tokens())
			.schema(TokenSchema.builder()
				.setTokenTable(TABLE)
				.setProcessorNameColumn("processor_name")
				.setSegmentColumn("segment")
				.setTokenColumn("token")
				.setTokenTypeColumn("token_type")
				.setTimestampColumn("touched_at")
				.setOwnerColumn("owner")
				.build())
			.claimTimeout(CLAIM_TIMEOUT)
			.contentType(byte[].class)
			.nodeId(node)
			.build();
	}

}
