-- Group append: what waited while the last call was under way is written by one call and one commit.

-- Locks the head until the commit.
create function book.lock_head() returns book.head
language plpgsql
as $$
declare
	head book.head;
begin
	-- What is acknowledged is on disk, also where the database is set up not to wait for that.
	if current_setting('synchronous_commit') = 'off' then
		perform set_config('synchronous_commit', 'on', true);
	end if;
	-- Not in a block with an exception handler: a row locked in a subtransaction and updated outside it costs a
	-- multixact each time.
	select h.* into strict head from book.head h for update;
	return head;
end
$$;


-- The door for many: each request is judged on its own, by what those before it have left, and answered in the
-- order it came in. One that loses leaves the others alone. The lists are what the requests consist of, one request
-- after the other: event_counts[r] events and claim_counts[r] claims belong to request r.
--
-- It waits for the head for so many milliseconds; null leaves that to the transaction's lock_timeout.
--
-- Each request is a subtransaction. Of these PostgreSQL keeps 64 at hand for each transaction, and beyond that
-- everybody's reading becomes slower: callers send no more at once.
create function book.append_each(
	patience_millis integer, event_counts integer[], claim_counts integer[],
	event_ids uuid[], streams text[], sequences bigint[], stream_kinds text[], types text[], revisions text[],
	ats timestamptz[], payloads bytea[], metadatas bytea[],
	claim_ops text[], claim_kinds text[], claim_keys text[], claim_durings tstzrange[], claim_values text[])
returns table (
	outcome text, stale_stream text, last_sequence bigint, claim_kind text, claim_key text,
	first_position bigint, last_position bigint)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
	head book.head;
	head_position bigint;
	head_hash bytea;
	judged record;
	e integer := 1;
	next_e integer;
	c integer := 1;
	next_c integer;
begin
	if patience_millis is not null then
		perform set_config('lock_timeout', patience_millis::text, true);
	end if;
	head := book.lock_head();
	head_position := head.position;
	head_hash := head.hash;
	for r in 1 .. cardinality(event_counts) loop
		next_e := e + event_counts[r];
		next_c := c + claim_counts[r];
		judged := book.judge(head_position, head_hash,
			event_ids[e:next_e - 1], streams[e:next_e - 1], sequences[e:next_e - 1], stream_kinds[e:next_e - 1],
			types[e:next_e - 1], revisions[e:next_e - 1], ats[e:next_e - 1], payloads[e:next_e - 1],
			metadatas[e:next_e - 1], claim_ops[c:next_c - 1], claim_kinds[c:next_c - 1], claim_keys[c:next_c - 1],
			claim_durings[c:next_c - 1], claim_values[c:next_c - 1]);
		head_position := judged.head_position;
		head_hash := judged.head_hash;
		outcome := judged.outcome;
		stale_stream := judged.stale_stream;
		last_sequence := judged.last_sequence;
		claim_kind := judged.claim_kind;
		claim_key := judged.claim_key;
		first_position := judged.first_position;
		last_position := judged.last_position;
		return next;
		e := next_e;
		c := next_c;
	end loop;
	if head_position > head.position then
		update book.head h set position = head_position, hash = head_hash;
		-- Once, however many were written.
		perform pg_notify('book', head_position::text);
	end if;
end
$$;


-- The door for one request that joins a transaction of the caller's: a call for many with one in it. The time limit
-- is set here so that it ends with the call and not with the transaction.
create or replace function book.append(
	event_ids uuid[], streams text[], sequences bigint[], stream_kinds text[], types text[], revisions text[],
	ats timestamptz[], payloads bytea[], metadatas bytea[],
	claim_ops text[], claim_kinds text[], claim_keys text[], claim_durings tstzrange[], claim_values text[],
	out outcome text, out stale_stream text, out last_sequence bigint, out claim_kind text, out claim_key text,
	out first_position bigint, out last_position bigint)
language plpgsql
set lock_timeout = '5s'
set search_path = pg_catalog, pg_temp
as $$
begin
	select * into strict outcome, stale_stream, last_sequence, claim_kind, claim_key, first_position, last_position
		from book.append_each(null, array[cardinality(event_ids)], array[cardinality(claim_ops)],
			event_ids, streams, sequences, stream_kinds, types, revisions, ats, payloads, metadatas,
			claim_ops, claim_kinds, claim_keys, claim_durings, claim_values);
end
$$;
