package clinic.daybook.api.scheduling;

/**
 * What a doctor asks of bookings.
 *
 * @param minNoticeMinutes how long before its start a member must book
 * @param horizonDays how many local days ahead a member can book
 * @param bufferMinutes kept free after every appointment
 * @param maxPerMemberPerDay appointments of one member with this doctor on a local date
 * @param cancelCutoffMinutes how long before its start a member can still cancel
 */
public record SchedulingPolicy(int minNoticeMinutes, int horizonDays, int bufferMinutes, int maxPerMemberPerDay,
		int cancelCutoffMinutes) {

	public static final SchedulingPolicy DEFAULT = new SchedulingPolicy(0, 365, 0, 10, 0);

}
