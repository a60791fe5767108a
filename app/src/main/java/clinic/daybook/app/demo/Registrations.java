package clinic.daybook.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * When each member registered: half of them on the day of the opening, the others over
 * the weeks that followed.
 */
record Registrations(Map<DemoMember, Instant> times) {

	private static final Duration AFTER_THE_OPENING = Duration.ofHours(2);

	private static final Duration ON_THE_FIRST_DAY = Duration.ofMinutes(20);

	private static final Duration THEN = Duration.ofHours(60);

	private static final int SPREAD_MINUTES = 9 * 60;

	static Registrations after(Opening opening, Random random) {
		List<DemoMember> inOrder = inOrder(random);
		int atOnce = inOrder.size() / 2;
		Map<DemoMember, Instant> times = new LinkedHashMap<>();
		for (int i = 0; i < inOrder.size(); i++) {
			Duration later = (i < atOnce) ? ON_THE_FIRST_DAY.multipliedBy(i)
					: THEN.multipliedBy(i - atOnce + 1).plusMinutes(random.nextInt(SPREAD_MINUTES));
			times.put(inOrder.get(i), opening.at().plus(AFTER_THE_OPENING).plus(later));
		}
		return new Registrations(times);
	}

	List<Happening> happenings() {
		return this.times.entrySet()
			.stream()
			.<Happening>map((entry) -> new Happening.Registered(entry.getValue(), entry.getKey().person()))
			.toList();
	}

	/** Those who live at the site and are members by then. */
	List<DemoMember> at(Site site, Instant then) {
		return this.times.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().site() == site && entry.getValue().isBefore(then))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Both sites mixed, and Max first. */
	private static List<DemoMember> inOrder(Random random) {
		List<DemoMember> members = new ArrayList<>(DemoMember.ALL);
		members.remove(DemoMember.MAX);
		Collections.shuffle(members, random);
		members.addFirst(DemoMember.MAX);
		return members;
	}

}
