package clinic.daybook.architecture.broken.web;

import clinic.daybook.architecture.broken.book.NosyBook;

public record NosyWeb(NosyBook book) {
}
