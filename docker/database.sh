#!/bin/sh
# The image of PostgreSQL runs this once, on an empty volume: the clinic's database
# belongs to a role that can do nothing outside it.
set -eu
test -s /run/secrets/spring.datasource.password
psql --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname postgres <<'SQL'
\set password `cat /run/secrets/spring.datasource.password`
create role daybook login password :'password';
create database daybook owner daybook;
SQL
