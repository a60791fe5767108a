package clinic.daybook.api;

/**
 * Everything that can stand in the book. Each family is a sealed interface in its own
 * context; this root is open only because a sealed one can't span packages without a
 * module. {@link EventFamilies} lists the families, and a test holds the two together.
 */
public interface DaybookEvent {

}
