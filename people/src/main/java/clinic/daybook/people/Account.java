package clinic.daybook.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Somebody, as we know them. */
@Entity
@Table(schema = "people", name = "account")
class Account {

	@Id
	private UUID id;

	private @Nullable String email;

	@Column(name = "full_name")
	private String fullName;

	private @Nullable String phone;

	@Column(name = "date_of_birth")
	private @Nullable LocalDate dateOfBirth;

	@Enumerated(EnumType.STRING)
	private Role role;

	private boolean enabled;

	@Column(name = "password_hash")
	private @Nullable String passwordHash;

	@Column(name = "must_change_password")
	private boolean mustChangePassword;

	@Column(name = "doctor_id")
	private @Nullable UUID doctorId;

	@Column(name = "created_at")
	private Instant createdAt;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	UUID id() {
		return this.id;
	}

	Role role() {
		return this.role;
	}

	boolean isEnabled() {
		return this.enabled;
	}

	@Nullable String passwordHash() {
		return this.passwordHash;
	}

	/** Members may have none; nobody can be anything else without one. */
	boolean hasLogin() {
		return this.passwordHash != null;
	}

	@Nullable UUID doctorId() {
		return this.doctorId;
	}

	/** Enabled, and the password is still the one with this hash. */
	boolean stillHas(@Nullable String hash) {
		return this.enabled && Objects.equals(this.passwordHash, hash);
	}

	Person person() {
		return new Person(this.id, this.fullName, this.email, this.phone, this.role, this.enabled, this.doctorId);
	}

	void isCalled(String newFullName, @Nullable String newPhone) {
		this.fullName = newFullName;
		this.phone = newPhone;
	}

	void hasChosen(String newPasswordHash) {
		this.passwordHash = newPasswordHash;
		this.mustChangePassword = false;
	}

	void wasGiven(String temporaryPasswordHash) {
		this.passwordHash = temporaryPasswordHash;
		this.mustChangePassword = true;
	}

	void isNow(Role newRole, boolean nowEnabled) {
		this.role = newRole;
		this.enabled = nowEnabled;
	}

	void practisesAs(UUID doctor) {
		this.doctorId = doctor;
	}

}
