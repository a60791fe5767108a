package clinic.daybook.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.http.HttpStatus;

/**
 * Every reason this API has for saying no. The slug is the part clients may rely on; each
 * has a page at {@code /problems/<slug>}.
 */
public enum ProblemCode {

	INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Invalid request",
			"Something in the request is missing, malformed or not known here."),

	UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Not logged in",
			"This needs a valid access token: it is missing, malformed or expired, or its session has ended."),

	BAD_CREDENTIALS(HttpStatus.UNAUTHORIZED, "Wrong e-mail or password",
			"There is no enabled account with this e-mail and this password."),

	FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed", "Your account's role does not permit this."),

	NOT_FOUND(HttpStatus.NOT_FOUND, "Not found",
			"There is nothing here, or nothing that you may see: check the address and the ids in it."),

	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed",
			"This address exists, but not for this HTTP method; the Allow header lists those it has."),

	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable",
			"The answer can't be given in any of the formats that the Accept header asks for; JSON always works."),

	CONFLICT(HttpStatus.CONFLICT, "Conflict",
			"The request does not fit the present state of things, or somebody else changed it first: read it again."),

	EMAIL_TAKEN(HttpStatus.CONFLICT, "E-mail in use", "There is an account with this e-mail already."),

	LAST_ADMIN(HttpStatus.CONFLICT, "Last administrator",
			"This is the only enabled ADMIN account; without it nobody could administer the clinic."),

	DEPARTMENT_EXISTS(HttpStatus.CONFLICT, "Department exists",
			"A department of this name exists already; upper and lower case make no difference."),

	DEPARTMENT_NOT_EMPTY(HttpStatus.CONFLICT, "Department not empty",
			"Doctors are assigned to this department: unassign them before deleting it."),

	APPOINTMENTS_AFFECTED(HttpStatus.CONFLICT, "Appointments affected",
			"Booked appointments stand in the way of this change; \"affected\" lists them, "
					+ "and onConflict says what should become of them."),

	WRONG_STATE(HttpStatus.CONFLICT, "Wrong state", "The appointment or hold is not in a state that permits this."),

	TOO_LATE(HttpStatus.CONFLICT, "Too late", "The doctor's time limit for members to change this has passed."),

	TOO_SOON(HttpStatus.CONFLICT, "Too soon",
			"The start is in the past, or sooner than the notice that this doctor asks for."),

	TOO_FAR(HttpStatus.CONFLICT, "Too far ahead", "The start is further ahead than this doctor takes bookings."),

	OUTSIDE_WORKING_HOURS(HttpStatus.CONFLICT, "Outside working hours", "The doctor does not work at that time."),

	ON_TIME_OFF(HttpStatus.CONFLICT, "On time off", "The doctor is away at that time."),

	NOT_ON_GRID(HttpStatus.UNPROCESSABLE_CONTENT, "Not a slot",
			"The doctor works at that time, but no slot starts at that instant."),

	SLOT_TAKEN(HttpStatus.CONFLICT, "Slot taken", "Another appointment takes up that time."),

	SLOT_HELD(HttpStatus.CONFLICT, "Slot held", "Somebody is about to book this slot; it may become free soon."),

	MEMBER_BUSY(HttpStatus.CONFLICT, "Member busy",
			"The member has another appointment or hold that overlaps this time."),

	LIMIT_REACHED(HttpStatus.CONFLICT, "Daily limit reached",
			"The member has as many appointments with this doctor on that day as the doctor permits."),

	HOLD_EXPIRED(HttpStatus.GONE, "Hold expired", "The hold has run out: take a new one or book the slot directly."),

	PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "Precondition failed",
			"It was changed since you read it: read it again and decide anew."),

	PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Payload too large",
			"The body is larger than any request here needs."),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type",
			"Bodies are JSON: send Content-Type: application/json."),

	IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency key reused",
			"This Idempotency-Key came with another body before: use a new key for a new request."),

	RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests",
			"Too many attempts in a short time: wait as long as the Retry-After header says."),

	INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error",
			"A defect on our side; tell the clinic the traceId and it can be found in the logs."),

	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Unavailable",
			"The clinic's system can't answer right now: try again after what the Retry-After header says.");

	private final String slug;

	private final HttpStatus status;

	private final String title;

	private final String explanation;

	ProblemCode(HttpStatus status, String title, String explanation) {
		this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
		this.status = status;
		this.title = title;
		this.explanation = explanation;
	}

	public static Optional<ProblemCode> of(String slug) {
		return Arrays.stream(values()).filter((code) -> code.slug.equals(slug)).findFirst();
	}

	/**
	 * For errors that others raise with nothing but a status. What has no code of its own
	 * here (414, 431, 505 and the like) is the client's doing.
	 */
	static ProblemCode ofStatus(int status) {
		return switch (status) {
			case 401 -> UNAUTHENTICATED;
			case 403 -> FORBIDDEN;
			case 404 -> NOT_FOUND;
			case 405 -> METHOD_NOT_ALLOWED;
			case 406 -> NOT_ACCEPTABLE;
			case 409 -> CONFLICT;
			case 412 -> PRECONDITION_FAILED;
			case 413 -> PAYLOAD_TOO_LARGE;
			case 415 -> UNSUPPORTED_MEDIA_TYPE;
			case 429 -> RATE_LIMITED;
			case 500 -> INTERNAL_ERROR;
			case 502, 503, 504 -> UNAVAILABLE;
			default -> INVALID_REQUEST;
		};
	}

	public String slug() {
		return this.slug;
	}

	public HttpStatus status() {
		return this.status;
	}

	public String title() {
		return this.title;
	}

	public String explanation() {
		return this.explanation;
	}

	public URI type() {
		return URI.create("/problems/" + this.slug);
	}

}
