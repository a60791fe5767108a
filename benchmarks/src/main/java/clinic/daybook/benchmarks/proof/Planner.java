package clinic.daybook.benchmarks.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Decides what one writer appends, by chance and by what it holds. */
final class Planner {

	private static final int MOST_EVENTS = 3;

	private static final int MOST_HELD = 3;

	private static final int BADGES = 40;

	private static final int ROOMS = 8;

	private static final int FIVE_MINUTES = 300;

	private static final int SLOTS_OF_DAY = 24 * 12;

	private static final Instant MIDNIGHT = Instant.parse("2026-12-01T00:00:00Z");

	private final long seed;

	private final int writer;

	private final int streams;

	/** The taking events of what nobody else can have now. */
	private final List<Deed> held = new ArrayList<>();

	Planner(long seed, int writer, int streams) {
		this.seed = seed;
		this.writer = writer;
		this.streams = streams;
	}

	Plan plan(int number) {
		Random random = new Random(Objects.hash(this.seed, this.writer, number));
		Plan.Manner manner = switch (random.nextInt(25)) {
			case 0 -> Plan.Manner.JOINED;
			case 1 -> Plan.Manner.ROLLED_BACK;
			default -> Plan.Manner.ALONE;
		};
		List<Plan.Line> lines = new ArrayList<>();
		String stream = stream(random);
		int events = 1 + random.nextInt(MOST_EVENTS);
		boolean claims = false;
		for (int event = 0; event < events; event++) {
			String to = (random.nextInt(6) == 0) ? stream(random) : stream;
			boolean claim = !claims && random.nextInt(6) == 0;
			claims |= claim;
			String what = "w%d-%d-%d".formatted(this.writer, number, event);
			lines.add(new Plan.Line(to, claim ? claim(random, what) : new Deed.Noted(what)));
		}
		// Where several streams are written, all lock them in one order.
		lines.sort(Comparator.comparing(Plan.Line::stream));
		return new Plan(manner, lines);
	}

	private String stream(Random random) {
		return "stream-" + random.nextInt(this.streams);
	}

	private Deed claim(Random random, String what) {
		if (this.held.isEmpty() || (this.held.size() < MOST_HELD && random.nextBoolean())) {
			return random.nextBoolean() ? new Deed.BadgeTaken("badge-" + random.nextInt(BADGES), what)
					: roomTaken(random, what);
		}
		return switch (this.held.get(random.nextInt(this.held.size()))) {
			case Deed.BadgeTaken(String badge, String holder) -> new Deed.BadgeReturned(badge, holder);
			case Deed.RoomTaken(String room, Instant start, Instant end, String holder) -> random.nextBoolean()
					? new Deed.RoomLeft(room, holder)
					: new Deed.RoomMoved(room, start.plusSeconds(FIVE_MINUTES), end.plusSeconds(FIVE_MINUTES), holder);
			case Deed other -> throw new IllegalStateException(other + " takes nothing");
		};
	}

	private static Deed roomTaken(Random random, String holder) {
		Instant start = MIDNIGHT.plusSeconds((long) FIVE_MINUTES * random.nextInt(SLOTS_OF_DAY));
		return new Deed.RoomTaken("room-" + random.nextInt(ROOMS), start,
				start.plusSeconds((long) FIVE_MINUTES * (3 + random.nextInt(15))), holder);
	}

	/** Changes what is held. */
	void isWritten(Plan plan) {
		plan.lines().forEach((line) -> note(line.deed()));
	}

	private void note(Deed deed) {
		switch (deed) {
			case Deed.Noted noted -> {
			}
			case Deed.BadgeTaken taken -> this.held.add(taken);
			case Deed.RoomTaken taken -> this.held.add(taken);
			case Deed.BadgeReturned returned -> letGo(returned.holder());
			case Deed.RoomLeft left -> letGo(left.holder());
			case Deed.RoomMoved(String room, Instant start, Instant end, String holder) -> {
				letGo(holder);
				this.held.add(new Deed.RoomTaken(room, start, end, holder));
			}
		}
	}

	private void letGo(String holder) {
		this.held.removeIf((deed) -> switch (deed) {
			case Deed.BadgeTaken taken -> taken.holder().equals(holder);
			case Deed.RoomTaken taken -> taken.holder().equals(holder);
			case Deed other -> false;
		});
	}

}
