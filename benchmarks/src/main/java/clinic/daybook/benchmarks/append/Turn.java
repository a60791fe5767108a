package clinic.daybook.benchmarks.append;

/**
 * What came of a turn.
 *
 * @param acknowledged appends in all, the warm-up's included
 * @param perSecond appends in the time that is counted
 */
record Turn(long acknowledged, double perSecond) {
}
