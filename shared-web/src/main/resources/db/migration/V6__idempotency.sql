-- What web servers share about requests. Nothing in it can't be spared: emptied, clients lose
-- no more than the first answers to requests that they send again.
CREATE SCHEMA web;

-- Attempts at requests with an Idempotency-Key. The key itself, its caller and the address are
-- not kept: scope, request and answer are derived from them, or sealed under them.
CREATE TABLE web.idempotency (
	scope        bytea PRIMARY KEY CHECK (length(scope) = 32),
	-- Tells whether a body is the same. Keyed, since a body may hold a password.
	request      bytea NOT NULL CHECK (length(request) = 32),
	-- Of what is being created, the same in every attempt.
	id           uuid NOT NULL,
	-- Whose attempt is under way, and until when it counts as alive; in real time, since
	-- processes live in it.
	lease        uuid,
	leased_until timestamptz,
	-- The first good one. It may be taken out at any time: what was created is found by its id.
	answer       bytea,
	-- On the application's clock.
	expires_at   timestamptz NOT NULL,
	CHECK ((lease IS NULL) = (leased_until IS NULL)),
	CHECK (answer IS NULL OR lease IS NULL)
);

CREATE INDEX idempotency_expires_at_idx ON web.idempotency (expires_at);
