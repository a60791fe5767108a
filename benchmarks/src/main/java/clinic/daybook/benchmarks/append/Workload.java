package clinic.daybook.benchmarks.append;

/**
 * What is asked for at the same time. Each caller has a stream of its own and appends one
 * event after the other.
 *
 * @param claims whether each event takes a claim as well
 */
record Workload(int callers, boolean claims) {

	Workload withoutClaims() {
		return new Workload(this.callers, false);
	}

	@Override
	public String toString() {
		return "%d %s, one event%s each".formatted(this.callers, (this.callers == 1) ? "caller" : "callers",
				this.claims ? " and one claim" : "");
	}

}
