package clinic.daybook.command.scheduling;

import clinic.daybook.book.BookEventStore;
import clinic.daybook.book.BookSnapshotter;
import clinic.daybook.book.SnapshotType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has snapshots taken of schedules, so that a long history is as soon loaded as a short
 * one.
 */
@Configuration(proxyBeanMethods = false)
class ScheduleSnapshots {

	@Bean
	SnapshotType scheduleSnapshotType() {
		return ScheduleSnapshot.TYPE;
	}

	@Bean
	BookSnapshotter scheduleSnapshotter(BookEventStore book, @Value("${daybook.snapshots.every}") int every) {
		return new BookSnapshotter(book, ScheduleSnapshot::of, every);
	}

}
