package clinic.daybook.architecture.broken.command;

import java.time.Clock;

import clinic.daybook.architecture.broken.web.NosyWeb;

public record NosyDecider(Clock clock, NosyWeb web) {
}
