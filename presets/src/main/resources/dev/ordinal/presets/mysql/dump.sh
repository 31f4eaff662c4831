#!/bin/sh
# Writes all databases but the server's own as SQL, as they were at one moment. Asks with the option file that is named.
set -eu

databases=$(mysql --defaults-file="$1" --batch --skip-column-names -e "SELECT schema_name FROM information_schema.schemata
  WHERE schema_name NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')")
if [ -z "$databases" ]; then
  echo '-- Dump completed: there is no database'
  exit
fi
# shellcheck disable=SC2086
exec mysqldump --defaults-file="$1" --single-transaction --routines --events --triggers --set-gtid-purged=OFF \
  --databases $databases
