-- Snapshots: what a stream had come to at one of its events. They are derived, so nothing is lost with them: any may
-- be deleted at any time. A wrong one would be worse than none, hence the hash.

create table book.snapshot (
	stream text not null,
	sequence bigint not null,
	type text not null,
	revision text not null,
	payload bytea not null,
	hash bytea not null check (length(hash) = 32),
	primary key (stream, sequence)
);

-- The event's own hash stands for all that happened until then: a snapshot counts only where it was taken.
create function book.snapshot_hash(event_hash bytea, type text, revision text, payload bytea) returns bytea
language sql stable parallel safe
return sha256(
	book.framed(event_hash)
	|| book.framed(convert_to(type, 'UTF8'))
	|| book.framed(convert_to(revision, 'UTF8'))
	|| book.framed(payload));

comment on column book.snapshot.hash is
	'book.snapshot_hash over the hash of the event it was taken at, and over what was stored.';
