package clinic.daybook.web;

import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.users.Role;

/**
 * What a verified token says. The role is the one at issue; what counts is the account's
 * present one, see {@link Callers}.
 */
public record AccessToken(UUID userId, UUID sessionId, Role role, Instant expiresAt) {
}
