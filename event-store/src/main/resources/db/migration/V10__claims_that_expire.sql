-- A claim may end by itself: an hour is held for some minutes, and nobody has to be there to give it back.
alter table book.claim add column expires_at timestamptz;
comment on column book.claim.expires_at is
	'From then on, by the time of events, the claim stands in nobody''s way; null for those that end by an event only.';

create index claim_by_expiry on book.claim (expires_at) where expires_at is not null;

drop function book.append(uuid[], text[], bigint[], text[], text[], text[], timestamptz[], bytea[], bytea[],
	text[], text[], text[], tstzrange[], text[]);
drop function book.append_each(integer, integer[], integer[],
	uuid[], text[], bigint[], text[], text[], text[], timestamptz[], bytea[], bytea[],
	text[], text[], text[], tstzrange[], text[]);
drop function book.judge(bigint, bytea,
	uuid[], text[], bigint[], text[], text[], text[], timestamptz[], bytea[], bytea[],
	text[], text[], text[], tstzrange[], text[]);


-- As before, but for claims that have expired.
create function book.judge(
	inout head_position bigint, inout head_hash bytea,
	event_ids uuid[], streams text[], sequences bigint[], stream_kinds text[], types text[], revisions text[],
	ats timestamptz[], payloads bytea[], metadatas bytea[],
	claim_ops text[], claim_kinds text[], claim_keys text[], claim_durings tstzrange[], claim_values text[],
	claim_expiries timestamptz[],
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
				-- What has expired by the events' own time stands in nobody's way.
				delete from book.claim c
					where c.kind = claim_kinds[i] and c.key = claim_keys[i] and c.expires_at <= ats[1];
				if claim_expiries[i] is not null then
					-- Each new one that will expire sweeps a few that did long ago, so that they don't pile up.
					delete from book.claim c
						where c.expires_at in (select o.expires_at from book.claim o
							where o.expires_at < ats[1] - interval '1 hour' order by o.expires_at limit 10);
				end if;
				insert into book.claim (kind, key, during, value, expires_at)
					values (claim_kinds[i], claim_keys[i], claim_durings[i], claim_values[i], claim_expiries[i]);
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


create function book.append_each(
	patience_millis integer, event_counts integer[], claim_counts integer[],
	event_ids uuid[], streams text[], sequences bigint[], stream_kinds text[], types text[], revisions text[],
	ats timestamptz[], payloads bytea[], metadatas bytea[],
	claim_ops text[], claim_kinds text[], claim_keys text[], claim_durings tstzrange[], claim_values text[],
	claim_expiries timestamptz[])
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
			claim_durings[c:next_c - 1], claim_values[c:next_c - 1], claim_expiries[c:next_c - 1]);
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


create function book.append(
	event_ids uuid[], streams text[], sequences bigint[], stream_kinds text[], types text[], revisions text[],
	ats timestamptz[], payloads bytea[], metadatas bytea[],
	claim_ops text[], claim_kinds text[], claim_keys text[], claim_durings tstzrange[], claim_values text[],
	claim_expiries timestamptz[],
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
			claim_ops, claim_kinds, claim_keys, claim_durings, claim_values, claim_expiries);
end
$$;
