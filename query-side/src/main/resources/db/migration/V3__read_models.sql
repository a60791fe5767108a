-- What people look at. Everything here is derived from the book and can be dropped and
-- filled again; nothing here is ever asked when a command is decided.

create schema read;

create table read.schedule (
	doctor_id uuid primary key,
	time_zone text not null,
	-- Entries of hours as the events state them; folded again for every question.
	hours jsonb not null,
	policy jsonb not null
);

create table read.appointment (
	appointment_id uuid primary key,
	-- Counts the appointment's own changes: a row never takes an older change for a newer.
	version integer not null,
	doctor_id uuid not null,
	member_id uuid not null,
	start_at timestamptz not null,
	end_at timestamptz not null,
	status text not null,
	walk_in boolean not null,
	-- Free text is ciphertext; whoever may read it gets it deciphered at the edge.
	reason text,
	booked_at timestamptz not null,
	cancelled_at timestamptz,
	cancelled_by text,
	cancellation_reason text,
	check ((status = 'CANCELLED') = (cancelled_at is not null and cancelled_by is not null))
);

create index appointment_by_doctor on read.appointment (doctor_id, start_at, appointment_id);

create index appointment_by_member on read.appointment (member_id, start_at, appointment_id);

create index appointment_by_start on read.appointment (start_at, appointment_id);

create table read.doctor (
	doctor_id uuid primary key,
	user_id uuid not null,
	specialty text not null
);
