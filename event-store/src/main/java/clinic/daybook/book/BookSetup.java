package clinic.daybook.book;

import java.util.List;

import javax.sql.DataSource;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * What an engine is made of.
 *
 * @param dataSource of a database that has the book's schema; usually a pool
 * @param appendOn gives the one connection on which this process appends, to the same
 * database: best not from a pool, see {@link OwnConnections}
 * @param events see {@link BookJson#events}
 * @param upcasters for events of older revisions
 * @param claimRules what events claim
 * @param snapshots see {@link BookJson#snapshots}
 * @param limits for those who wait to append
 */
public record BookSetup(DataSource dataSource, DataSource appendOn, Serializer events, EventUpcaster upcasters,
		ClaimRules claimRules, Serializer snapshots, AppendLimits limits) {

	/** The least there must be. */
	public static BookSetup of(DataSource dataSource, Serializer events) {
		return new BookSetup(dataSource, dataSource, events, NoOpEventUpcaster.INSTANCE, ClaimRules.NONE,
				BookJson.snapshots(List.of()), AppendLimits.DEFAULT);
	}

	public BookSetup appendingOn(DataSource own) {
		return new BookSetup(this.dataSource, own, this.events, this.upcasters, this.claimRules, this.snapshots,
				this.limits);
	}

	public BookSetup upcasting(EventUpcaster changed) {
		return new BookSetup(this.dataSource, this.appendOn, this.events, changed, this.claimRules, this.snapshots,
				this.limits);
	}

	public BookSetup claiming(ClaimRules changed) {
		return new BookSetup(this.dataSource, this.appendOn, this.events, this.upcasters, changed, this.snapshots,
				this.limits);
	}

	public BookSetup summingUp(Serializer changed) {
		return new BookSetup(this.dataSource, this.appendOn, this.events, this.upcasters, this.claimRules, changed,
				this.limits);
	}

	public BookSetup within(AppendLimits changed) {
		return new BookSetup(this.dataSource, this.appendOn, this.events, this.upcasters, this.claimRules,
				this.snapshots, changed);
	}

}
