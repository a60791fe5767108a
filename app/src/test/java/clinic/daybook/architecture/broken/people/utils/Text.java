package clinic.daybook.architecture.broken.people.utils;

public record Text(String text) {
}
