package clinic.daybook.architecture.broken.api;

import clinic.daybook.architecture.broken.book.NosyBook;

public record NosyLanguage(NosyBook book) {
}
