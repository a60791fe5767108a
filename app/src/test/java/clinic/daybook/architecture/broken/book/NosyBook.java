package clinic.daybook.architecture.broken.book;

import clinic.daybook.architecture.broken.api.scheduling.SpringySlot;
import clinic.daybook.architecture.broken.people.BookingImpl;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class NosyBook {

	public SpringySlot slotOf(BookingImpl booking) {
		return new SpringySlot(booking.hashCode());
	}

}
