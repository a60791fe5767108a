package clinic.daybook.benchmarks.append;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

import clinic.daybook.benchmarks.postgres.PostgresPrograms;

/** All that are measured, Daybook's first: pgbench is told how many it wrote together. */
final class Ways {

	static final String DAYBOOK = "Daybook, group append";

	static final String STOCK_JDBC = "Axon's JDBC engine";

	static final String STOCK_JPA = "Axon's JPA engine";

	private static final int SMALL_POOL = 16;

	/** That of an application which doesn't say how many it wants. */
	private static final int USUAL_POOL = 10;

	private Ways() {
	}

	static List<Way> all(Path folder, GroupSizes sizes, OptionalInt pgbench) {
		List<Way> ways = new ArrayList<>();
		ways.add(new JavaWay(DAYBOOK, (workload) -> true,
				(database, workload) -> GroupAppend.open(database, workload, sizes), Written.IN_THE_BOOK));
		pgbench.stream()
			.boxed()
			.flatMap((version) -> PostgresPrograms.installed(version).stream())
			.forEach((programs) -> {
				for (PgBenchCall call : PgBenchCall.values()) {
					ways.add(new PgBench(call, programs, folder, sizes));
				}
			});
		addStock(ways);
		ways.add(new JavaWay("one call each, a connection each", (workload) -> true,
				(database, workload) -> OneCallEach.toTheBook(database, workload, workload.callers()),
				Written.IN_THE_BOOK));
		ways.add(new JavaWay("one call each, " + SMALL_POOL + " connections",
				(workload) -> workload.callers() > SMALL_POOL,
				(database, workload) -> OneCallEach.toTheBook(database, workload, SMALL_POOL), Written.IN_THE_BOOK));
		ways.add(new JavaWay("one call each, advisory lock", (workload) -> true,
				(database, workload) -> OneCallEach.to("under_advisory_lock", database, workload),
				Written.UNDER_AN_ADVISORY_LOCK));
		ways.add(new JavaWay("one call each, by transaction id", (workload) -> true,
				(database, workload) -> OneCallEach.to("by_transaction_id", database, workload),
				Written.BY_TRANSACTION_ID));
		return ways;
	}

	private static void addStock(List<Way> ways) {
		String usual = ", " + USUAL_POOL + " connections";
		Predicate<Workload> any = (workload) -> !workload.claims();
		Predicate<Workload> moreThanUsual = (workload) -> !workload.claims() && workload.callers() > USUAL_POOL;
		ways.add(new JavaWay(STOCK_JDBC, any, (database, workload) -> StockJdbc.open(database, workload.callers()),
				Written.IN_TABLES_OF_AXON));
		ways.add(new JavaWay(STOCK_JDBC + usual, moreThanUsual,
				(database, workload) -> StockJdbc.open(database, USUAL_POOL), Written.IN_TABLES_OF_AXON));
		ways.add(new JavaWay(STOCK_JPA, any, (database, workload) -> StockJpa.open(database, workload.callers()),
				Written.IN_ENTITIES_OF_AXON));
		ways.add(new JavaWay(STOCK_JPA + usual, moreThanUsual,
				(database, workload) -> StockJpa.open(database, USUAL_POOL), Written.IN_ENTITIES_OF_AXON));
	}

}
