package clinic.daybook.web;

/** What is wrong with one input; nested ones are named like {@code windows[0].start}. */
public record FieldError(String field, String message) {
}
