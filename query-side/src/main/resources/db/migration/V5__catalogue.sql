-- A closed department stays as a row that nobody is shown.
create table read.department (
	department_id uuid primary key,
	name text not null,
	description text,
	open boolean not null,
	-- Few, and always wanted together.
	doctors uuid[] not null
);

create index department_by_name on read.department (name, department_id) where open;

create index department_by_doctor on read.department using gin (doctors) where open;

-- An inactive doctor offers no slots and is in no list.
alter table read.schedule add column active boolean not null default true;
