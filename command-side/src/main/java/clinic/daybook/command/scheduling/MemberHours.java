package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.book.Claim;
import clinic.daybook.book.Claims;
import clinic.daybook.book.TimeRange;
import org.springframework.stereotype.Component;

/**
 * The hours of members' lives that are taken by appointments and holds, with whichever
 * doctors: those that a schedule can't know.
 */
@Component
class MemberHours {

	/** No further than free slots are looked for. */
	private static final Duration SEARCH = Duration.ofDays(368);

	private final Claims claims;

	MemberHours(Claims claims) {
		this.claims = claims;
	}

	/** From an instant on, as far as anybody looks. */
	List<MemberHour> from(Instant start, UUID memberId) {
		return in(new TimeRange(start, start.plus(SEARCH)), memberId);
	}

	/** Those that some of these slots, which are in order, would run into. */
	List<MemberHour> touching(List<Interval> slots, UUID memberId) {
		return slots.isEmpty() ? List.of()
				: in(new TimeRange(slots.getFirst().start(), slots.getLast().end()), memberId).stream()
					.filter((taken) -> slots.stream().anyMatch(taken.hour()::overlaps))
					.toList();
	}

	private List<MemberHour> in(TimeRange range, UUID memberId) {
		return this.claims.overlapping(ScheduleClaims.MEMBER_HOUR, memberId.toString(), range)
			.stream()
			.flatMap((claim) -> hour(claim).stream())
			.toList();
	}

	private static Optional<MemberHour> hour(Claim claim) {
		return Optional.ofNullable(claim.during())
			.map((during) -> new MemberHour(new Interval(during.start(), during.end()),
					UUID.fromString(claim.value())));
	}

}
