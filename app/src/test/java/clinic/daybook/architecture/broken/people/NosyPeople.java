package clinic.daybook.architecture.broken.people;

import clinic.daybook.architecture.broken.command.NosyCommand;

public record NosyPeople(NosyCommand command) {
}
