-- The book: events in one order, claims on what may be had once, and how far each reader is.
-- Events are written by book.append alone. What it promises is in event-store/README.md.

create schema if not exists book;

-- Trusted since PostgreSQL 13: the owner of the database may create it.
create extension if not exists btree_gist with schema book;


-- One row. Whoever appends locks it, so that positions are given in the order of commits,
-- without gaps, and nothing ever appears behind a reader.
create table book.head (
	only_row boolean primary key default true check (only_row),
	position bigint not null check (position >= 0),
	hash bytea not null check (length(hash) = 32)
);

insert into book.head (position, hash) values (0, sha256('the book opens here'::bytea));


create table book.event (
	position bigint primary key check (position > 0),
	event_id uuid not null,
	stream text not null,
	sequence bigint not null check (sequence >= 0),
	stream_kind text not null,
	type text not null,
	revision text not null,
	at timestamptz not null,
	payload bytea not null,
	metadata bytea not null,
	hash bytea not null check (length(hash) = 32),
	constraint event_once unique (event_id),
	constraint event_sequence_once unique (stream, sequence)
);

-- Time runs with position but for clocks that differ: a few pages of summary find any day,
-- and an append doesn't pay for a third tree.
create index event_at on book.event using brin (at) with (pages_per_range = 16, autosummarize = on);

comment on column book.event.hash is
	'Chains the event to its predecessor; see book.event_hash. The first one''s predecessor is the head the book opened with.';

create function book.refuse_change() returns trigger
language plpgsql as $$
begin
	raise exception 'The book is append-only: % refused', lower(tg_op) using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete on book.event
	for each row execute function book.refuse_change();

create trigger append_only_as_a_whole before truncate on book.event
	for each statement execute function book.refuse_change();

-- Replication and restore tools switch ordinary triggers off.
alter table book.event enable always trigger append_only;
alter table book.event enable always trigger append_only_as_a_whole;


-- What can be had by one only: an hour of somebody's time, a name. Derived from events, so it can be rebuilt.
create table book.claim (
	kind text not null,
	key text not null,
	during tstzrange check (not isempty(during)),
	value text not null,
	constraint claim_during exclude using gist (kind with =, key with =, during with &&) where (during is not null)
);

create unique index claim_once on book.claim (kind, key) where during is null;

create index claim_by_value on book.claim (kind, key, value);


-- How far each reader is (Axon's token store).
create table book.token_entry (
	processor_name text not null,
	segment integer not null,
	token bytea,
	token_type text,
	touched_at text,
	owner text,
	primary key (processor_name, segment)
) with (fillfactor = 50);


-- Null differs from empty, and no two lists of fields read the same.
create function book.framed(field bytea) returns bytea
language sql stable parallel safe
return int4send(coalesce(length(field), -1)) || coalesce(field, ''::bytea);

create function book.event_hash(
	predecessor bytea, position_ bigint, event_id uuid, stream text, sequence bigint, stream_kind text,
	type text, revision text, at timestamptz, payload bytea, metadata bytea) returns bytea
language sql stable parallel safe
return sha256(
	book.framed(predecessor)
	|| book.framed(int8send(position_))
	|| book.framed(uuid_send(event_id))
	|| book.framed(convert_to(stream, 'UTF8'))
	|| book.framed(int8send(sequence))
	|| book.framed(convert_to(stream_kind, 'UTF8'))
	|| book.framed(convert_to(type, 'UTF8'))
	|| book.framed(convert_to(revision, 'UTF8'))
	|| book.framed(timestamptz_send(at))
	|| book.framed(payload)
	|| book.framed(metadata));

comment on function book.event_hash is
	'SHA-256 over eleven fields, in the order of the parameters, each as four bytes of length (big-endian, -1 for null) '
	'and then its bytes: text in UTF-8, numbers as eight bytes big-endian, a uuid as its sixteen bytes, a time as the '
	'microseconds since 2000-01-01T00:00:00Z in eight bytes, bytea as it is. Every stored column but the hash itself '
	'is among them, so that no edit goes unseen.';


-- Judges one request and writes it whole or not at all. The outcome is data, never an exception, so that many
-- requests can be judged in one transaction. The caller holds the head row and passes position and hash on from
-- one request to the next.
--
-- won       written; first_position to last_position are the request's events
-- seen      these very events stand already: an append whose answer was lost
-- stale     stream has moved on (or is not there yet): its last sequence is last_sequence, -1 for none
-- claimed   claim_kind and claim_key say what somebody else has
-- clash     an event id stands already, but for another event
create function book.judge(
	inout head_position bigint, inout head_hash bytea,
	event_ids uuid[], streams text[], sequences bigint[], stream_kinds text[], types text[], revisions text[],
	ats timestamptz[], payloads bytea[], metadatas bytea[],
	claim_ops text[], claim_kinds text[], claim_keys text[], claim_durings tstzrange[], claim_values text[],
	out outcome text, out stale_stream text, out last_sequence bigint, out claim_kind text, out claim_key text,
	out first_position bigint, out last_position bigint)
language plpgsql as $$
declare
	opening_position constant bigint := head_position;
	opening_hash constant bytea := head_hash;
	predecessor record;
	event_at timestamptz;
	violated text;
	standing bigint;
begin
	begin
		for i in 1 .. cardinality(event_ids) loop
			select e.sequence, e.at into predecessor
				from book.event e where e.stream = streams[i] order by e.sequence desc limit 1;
			if sequences[i] is distinct from coalesce(predecessor.sequence + 1, 0) then
				stale_stream := streams[i];
				raise exception using errcode = 'BKST0';
			end if;
			head_position := head_position + 1;
			-- greatest() passes over null: the first event of a stream has no predecessor.
			event_at := greatest(ats[i], predecessor.at);
			head_hash := book.event_hash(head_hash, head_position, event_ids[i], streams[i], sequences[i],
				stream_kinds[i], types[i], revisions[i], event_at, payloads[i], metadatas[i]);
			insert into book.event (position, event_id, stream, sequence, stream_kind, type, revision, at,
					payload, metadata, hash)
				values (head_position, event_ids[i], streams[i], sequences[i], stream_kinds[i], types[i],
					revisions[i], event_at, payloads[i], metadatas[i], head_hash);
		end loop;
		for i in 1 .. cardinality(claim_ops) loop
			claim_kind := claim_kinds[i];
			claim_key := claim_keys[i];
			if claim_ops[i] = 'release' then
				delete from book.claim c
					where c.kind = claim_kinds[i] and c.key = claim_keys[i] and c.value = claim_values[i];
			else
				insert into book.claim (kind, key, during, value)
					values (claim_kinds[i], claim_keys[i], claim_durings[i], claim_values[i]);
			end if;
		end loop;
		outcome := 'won';
		claim_kind := null;
		claim_key := null;
		first_position := opening_position + 1;
		last_position := head_position;
		return;
	exception
		when sqlstate 'BKST0' then
			outcome := 'stale';
		when exclusion_violation or unique_violation then
			get stacked diagnostics violated = constraint_name;
			outcome := case when violated in ('claim_during', 'claim_once') then 'claimed' else 'clash' end;
	end;

	head_position := opening_position;
	head_hash := opening_hash;
	if outcome = 'stale' then
		select count(*), min(e.position), max(e.position) into standing, first_position, last_position
			from unnest(event_ids, streams, sequences) as asked (event_id, stream, sequence)
			join book.event e using (event_id, stream, sequence);
		if standing = cardinality(event_ids) then
			outcome := 'seen';
			stale_stream := null;
		else
			first_position := null;
			last_position := null;
			select coalesce(max(e.sequence), -1) into last_sequence from book.event e where e.stream = stale_stream;
		end if;
	end if;
end
$$;


-- The door: one request, one call, one transaction (or a part of the caller's, which then takes this lock last).
-- Who can't get at the head in time is told so by lock_not_available.
create function book.append(
	event_ids uuid[], streams text[], sequences bigint[], stream_kinds text[], types text[], revisions text[],
	ats timestamptz[], payloads bytea[], metadatas bytea[],
	claim_ops text[], claim_kinds text[], claim_keys text[], claim_durings tstzrange[], claim_values text[],
	out outcome text, out stale_stream text, out last_sequence bigint, out claim_kind text, out claim_key text,
	out first_position bigint, out last_position bigint)
language plpgsql
set lock_timeout = '5s'
set search_path = pg_catalog, pg_temp
as $$
declare
	head record;
	judged record;
begin
	-- Not in a block with an exception handler: a row locked in a subtransaction and updated outside it costs a
	-- multixact each time.
	select h.position, h.hash into strict head from book.head h for update;
	select * into strict judged from book.judge(head.position, head.hash, event_ids, streams, sequences,
		stream_kinds, types, revisions, ats, payloads, metadatas,
		claim_ops, claim_kinds, claim_keys, claim_durings, claim_values);
	if judged.outcome = 'won' then
		update book.head set position = judged.head_position, hash = judged.head_hash;
		perform pg_notify('book', judged.head_position::text);
	end if;
	outcome := judged.outcome;
	stale_stream := judged.stale_stream;
	last_sequence := judged.last_sequence;
	claim_kind := judged.claim_kind;
	claim_key := judged.claim_key;
	first_position := judged.first_position;
	last_position := judged.last_position;
end
$$;
