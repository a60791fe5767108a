-- What decision 0009 was weighed against, as small as it can be and still be compared.

create schema alternative;


-- An advisory lock in place of the head: position and hash go on from the last event.
create table alternative.locked_event (like book.event including all);

create table alternative.locked_claim (like book.claim including all);

create function alternative.under_advisory_lock(
	event_id uuid, stream text, sequence bigint, stream_kind text, type text, revision text, at timestamptz,
	payload bytea, metadata bytea,
	claim_op text, claim_kind text, claim_key text, claim_during tstzrange, claim_value text) returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as '
#variable_conflict use_variable
declare
	last record;
	predecessor record;
	next_position bigint;
	event_at timestamptz;
begin
	perform pg_advisory_xact_lock(1);
	select e.position, e.hash into last from alternative.locked_event e order by e.position desc limit 1;
	select e.sequence, e.at into predecessor
		from alternative.locked_event e where e.stream = stream order by e.sequence desc limit 1;
	if sequence is distinct from coalesce(predecessor.sequence + 1, 0) then
		return ''stale'';
	end if;
	next_position := coalesce(last.position, 0) + 1;
	event_at := greatest(at, predecessor.at);
	insert into alternative.locked_event values (next_position, event_id, stream, sequence, stream_kind, type, revision,
		event_at, payload, metadata,
		book.event_hash(last.hash, next_position, event_id, stream, sequence, stream_kind, type, revision, event_at,
			payload, metadata));
	if claim_op = ''take'' then
		insert into alternative.locked_claim values (claim_kind, claim_key, claim_during, claim_value);
	end if;
	perform pg_notify(''book'', next_position::text);
	return ''won'';
end
';


-- No lock: readers would order by transaction id, below the oldest that is under way. There is no predecessor to chain
-- to before the commit, and no NOTIFY, since that lets one commit pass at a time as well.
create table alternative.unordered_event (
	xid xid8 not null default pg_current_xact_id(),
	position bigint not null generated always as identity,
	event_id uuid not null unique,
	stream text not null,
	sequence bigint not null check (sequence >= 0),
	stream_kind text not null,
	type text not null,
	revision text not null,
	at timestamptz not null,
	payload bytea not null,
	metadata bytea not null,
	primary key (xid, position),
	unique (stream, sequence)
);

create index on alternative.unordered_event using brin (at);

create table alternative.unordered_claim (like book.claim including all);

create function alternative.by_transaction_id(
	event_id uuid, stream text, sequence bigint, stream_kind text, type text, revision text, at timestamptz,
	payload bytea, metadata bytea,
	claim_op text, claim_kind text, claim_key text, claim_during tstzrange, claim_value text) returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as '
#variable_conflict use_variable
declare
	predecessor record;
begin
	select e.sequence, e.at into predecessor
		from alternative.unordered_event e where e.stream = stream order by e.sequence desc limit 1;
	if sequence is distinct from coalesce(predecessor.sequence + 1, 0) then
		return ''stale'';
	end if;
	insert into alternative.unordered_event
			(event_id, stream, sequence, stream_kind, type, revision, at, payload, metadata)
		values (event_id, stream, sequence, stream_kind, type, revision, greatest(at, predecessor.at), payload,
			metadata);
	if claim_op = ''take'' then
		insert into alternative.unordered_claim values (claim_kind, claim_key, claim_during, claim_value);
	end if;
	return ''won'';
end
';
