package clinic.daybook.people;

import java.net.URI;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.book.Receipt;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.Limits;
import clinic.daybook.web.NewId;
import clinic.daybook.web.Page;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.ReadYourWrites;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody who is treated, in the front desk's hands. */
@RestController
@AllowedTo({ Role.ADMIN, Role.RECEPTION })
@Tag(name = "Members")
class MembersApi {

	private final Members members;

	private final MemberList list;

	private final UserJournal journal;

	private final ReadYourWrites readYourWrites;

	MembersApi(Members members, MemberList list, UserJournal journal, ReadYourWrites readYourWrites) {
		this.members = members;
		this.list = list;
		this.journal = journal;
		this.readYourWrites = readYourWrites;
	}

	@PostMapping("/admin/members")
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Operation(operationId = "takeInMember", summary = "Take in a member without a login",
			description = "A child, say, or somebody who only calls. The e-mail is where to write to and nothing "
					+ "to log in with, so it may be another's too.")
	ResponseEntity<Member> takeIn(@CurrentCaller Caller caller, NewId newId, @RequestBody NewMember body) {
		Receipt<Member> receipt = Receipt.of(() -> this.members.takeIn(newId, body, Actor.of(caller)));
		this.readYourWrites.makeVisible(receipt.position().isPresent() ? receipt.position() : this.journal.end());
		Member member = receipt.answer();
		return ResponseEntity.created(URI.create("/admin/members/" + member.memberId())).body(member);
	}

	@GetMapping("/admin/members")
	@Operation(operationId = "listMembers", summary = "List members",
			description = "By name, with a login or without. q is looked for in names, e-mails and phone numbers.")
	Page<Member> members(@RequestParam @Nullable String q, Limits limits) {
		return this.list.page(q, limits);
	}

	@GetMapping("/admin/members/{memberId}")
	@Operation(operationId = "getMember", summary = "Look at one member",
			description = "Who they are and how to reach them.")
	Member member(@PathVariable UUID memberId) {
		return this.list.find(memberId)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no member with this id."));
	}

}
