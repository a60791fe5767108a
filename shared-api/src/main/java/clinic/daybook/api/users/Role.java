package clinic.daybook.api.users;

/** What an account may do. An account has exactly one. */
public enum Role {

	MEMBER, DOCTOR, RECEPTION, AUDITOR, ADMIN

}
