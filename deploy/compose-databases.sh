#!/bin/sh
# One database and one role a service, each with a password of its own.
set -eu
for name in monitor oncall postmortem; do
  upper=$(echo "$name" | tr a-z A-Z)
  eval "password=\$${upper}_DB_PASSWORD"
  psql -v ON_ERROR_STOP=1 -v name="$name" -v password="$password" --username postgres <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
SQL
done
