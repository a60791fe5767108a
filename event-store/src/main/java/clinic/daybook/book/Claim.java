package clinic.daybook.book;

import org.jspecify.annotations.Nullable;

/** A claim that stands. */
public record Claim(String kind, String key, @Nullable TimeRange during, String value) {

}
