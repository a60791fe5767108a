package clinic.daybook.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a password hash costs; the defaults are OWASP's for Argon2id. */
@ConfigurationProperties("daybook.password")
record PasswordSettings(@DefaultValue("19456") int memoryKib, @DefaultValue("2") int iterations) {
}
