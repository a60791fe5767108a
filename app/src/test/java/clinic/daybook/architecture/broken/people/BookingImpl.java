package clinic.daybook.architecture.broken.people;

import clinic.daybook.architecture.broken.app.NosyApp;

public record BookingImpl(NosyApp app) {
}
