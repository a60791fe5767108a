-- How far the application's clock is ahead of the machine's. One row: all processes on
-- this database share it. It only ever grows, since time does not run backwards.
create schema if not exists app;

create table app.clock (
	only_row boolean primary key default true check (only_row),
	ahead_micros bigint not null check (ahead_micros >= 0)
);

insert into app.clock (ahead_micros) values (0);
