-- Whoever has no login is a patient and nothing else, whatever path leads there: a role
-- that nobody can log in with would wait for whoever first gets a password for it.
ALTER TABLE people.account ADD CONSTRAINT account_staff_has_login
	CHECK (role = 'MEMBER' OR password_hash IS NOT NULL);
