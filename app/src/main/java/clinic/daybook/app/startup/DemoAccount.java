package clinic.daybook.app.startup;

import clinic.daybook.api.users.Role;

/**
 * An account of the demo clinic, password and all: shown to whoever started it.
 */
public record DemoAccount(Role role, String email, String password) {
}
