package clinic.daybook.benchmarks.append;

import java.io.IOException;
import java.util.List;

/** A way to append. */
interface Way {

	String label();

	/** Whether it can do that at all, and differs there from the others. */
	boolean takes(Workload workload);

	Turn append(Database database, Workload workload, AppendSettings settings) throws IOException, InterruptedException;

	/** What is wrong with what was written. */
	List<String> faults(Database database, Workload workload, long acknowledged);

}
