-- What is beside the weekly hours. What was withdrawn stays as a row that nobody is shown.

create table read.time_off (
	time_off_id uuid primary key,
	doctor_id uuid not null,
	start_at timestamptz not null,
	end_at timestamptz not null,
	-- Ciphertext, as all free text here.
	reason text,
	withdrawn boolean not null
);

-- By the end, so that what is over, and that is most, is not looked at.
create index time_off_by_doctor on read.time_off (doctor_id, end_at) where not withdrawn;

create table read.extra_hours (
	extra_hours_id uuid primary key,
	doctor_id uuid not null,
	on_date date not null,
	windows jsonb not null,
	slot_minutes integer not null,
	withdrawn boolean not null
);

create index extra_hours_by_doctor on read.extra_hours (doctor_id, on_date, extra_hours_id) where not withdrawn;

-- A hold lives for minutes, so a doctor's are few and always wanted together. Whoever reads
-- them compares their expiry with the time.
create table read.held (
	doctor_id uuid primary key,
	slots jsonb not null
);
