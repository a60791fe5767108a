package clinic.daybook.people;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.daybook.api.users.Role;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells others who somebody is. */
@Component
public class AccountDirectory {

	private final AccountRepository accounts;

	private final JdbcClient jdbc;

	// Read models hold ids, so every list of appointments asks for names. Another
	// process's change of a name is seen after these seconds, one's own at once.
	private final Cache<UUID, String> names = Caffeine.newBuilder()
		.maximumSize(50_000)
		.expireAfterWrite(Duration.ofSeconds(5))
		.build();

	// Whose account a doctor is never changes.
	private final Cache<UUID, UUID> usersOfDoctors = Caffeine.newBuilder().maximumSize(50_000).build();

	AccountDirectory(AccountRepository accounts, JdbcClient jdbc) {
		this.accounts = accounts;
		this.jdbc = jdbc;
	}

	public Optional<Person> find(UUID userId) {
		return this.accounts.findById(userId).map(Account::person);
	}

	/** The person if they have a login, whoever they are. */
	Optional<Person> userWithId(UUID userId) {
		return this.accounts.findById(userId).filter(Account::hasLogin).map(Account::person);
	}

	/** The person if they are a member, someone appointments can be made for. */
	public Optional<Person> memberWithId(UUID userId) {
		return find(userId).filter((person) -> person.role() == Role.MEMBER);
	}

	/** The person who is this doctor. */
	public Optional<Person> doctorWithId(UUID doctorId) {
		return this.accounts.findByDoctorId(doctorId).map(Account::person);
	}

	/** Full names by id; those of whom nothing is known any more are left out. */
	public Map<UUID, String> namesOf(Collection<UUID> userIds) {
		return this.names.getAll(userIds, this::lookUp);
	}

	/** Full names by the ids of doctors, likewise. */
	public Map<UUID, String> doctorNamesOf(Collection<UUID> doctorIds) {
		Map<UUID, UUID> users = this.usersOfDoctors.getAll(doctorIds, this::lookUpUsers);
		Map<UUID, String> byUser = namesOf(users.values());
		return users.entrySet()
			.stream()
			.filter((entry) -> byUser.containsKey(entry.getValue()))
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> byUser.get(entry.getValue())));
	}

	void forgetNameOf(UUID userId) {
		this.names.invalidate(userId);
	}

	private Map<UUID, String> lookUp(Set<? extends UUID> userIds) {
		return this.jdbc.sql("SELECT id, full_name FROM people.account WHERE id = ANY (:ids)")
			.param("ids", userIds.toArray(new UUID[0]))
			.query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("full_name")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private Map<UUID, UUID> lookUpUsers(Set<? extends UUID> doctorIds) {
		return this.jdbc.sql("SELECT doctor_id, id FROM people.account WHERE doctor_id = ANY (:ids)")
			.param("ids", doctorIds.toArray(new UUID[0]))
			.query((row, number) -> Map.entry(row.getObject("doctor_id", UUID.class), row.getObject("id", UUID.class)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
