/** PostgreSQL servers for the runs: made, started, stopped and killed by them. */
@NullMarked
package clinic.daybook.benchmarks.postgres;

import org.jspecify.annotations.NullMarked;
