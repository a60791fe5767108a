-- Who is who. Everything that says who a person is lives in this schema and in "keys", so
-- that erasing somebody is deleting here; the book knows them by their id alone.
CREATE SCHEMA people;

CREATE TABLE people.account (
	id                   uuid PRIMARY KEY,
	email                text CHECK (email = lower(email) AND length(email) <= 254),
	full_name            text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
	phone                text CHECK (length(phone) <= 40),
	date_of_birth        date,
	role                 text NOT NULL CHECK (role IN ('MEMBER', 'DOCTOR', 'RECEPTION', 'AUDITOR', 'ADMIN')),
	enabled              boolean NOT NULL DEFAULT true,
	-- Null for members without a login, such as children and people who only call.
	password_hash        text,
	must_change_password boolean NOT NULL DEFAULT false,
	doctor_id            uuid CONSTRAINT account_doctor_id_key UNIQUE,
	created_at           timestamptz NOT NULL,
	version              integer NOT NULL DEFAULT 0,
	CONSTRAINT account_login_has_email CHECK (password_hash IS NULL OR email IS NOT NULL)
);

-- An e-mail is a login once only. As a mere address it may be on several records: parents
-- give theirs for all their children.
CREATE UNIQUE INDEX account_login_email_key ON people.account (email) WHERE password_hash IS NOT NULL;

-- Lists of people are ordered by name, id; of some roles there are few.
CREATE INDEX account_role_name_idx ON people.account (role, full_name, id);

-- One per login. It is the family of its refresh tokens: each of them begins with the
-- session's own secret (family_hash) and ends with one that changes at every use
-- (token_hash), so that a token used before is told from one made up without keeping a row
-- for each.
CREATE TABLE people.session (
	id          uuid PRIMARY KEY,
	account_id  uuid NOT NULL REFERENCES people.account ON DELETE CASCADE,
	family_hash bytea NOT NULL CHECK (length(family_hash) = 32),
	token_hash  bytea NOT NULL CHECK (length(token_hash) = 32),
	created_at  timestamptz NOT NULL,
	renewed_at  timestamptz NOT NULL,
	expires_at  timestamptz NOT NULL,
	ended_at    timestamptz,
	version     integer NOT NULL DEFAULT 0
);

CREATE INDEX session_account_idx ON people.session (account_id);

-- What access tokens are signed with, unless the environment gives a key. The partial index
-- makes processes that start at once agree on one.
CREATE TABLE people.signing_key (
	kid         text PRIMARY KEY,
	private_key bytea NOT NULL,
	public_key  bytea NOT NULL,
	current     boolean NOT NULL,
	created_at  timestamptz NOT NULL
);

CREATE UNIQUE INDEX signing_key_current_key ON people.signing_key (current) WHERE current;

-- Apart from everything else, so that it can have a backup of its own and of short
-- retention: whoever's key is gone is forgotten, in old backups too.
CREATE SCHEMA keys;

CREATE TABLE keys.subject_key (
	subject    uuid PRIMARY KEY,
	key        bytea NOT NULL CHECK (length(key) = 32),
	created_at timestamptz NOT NULL
);
