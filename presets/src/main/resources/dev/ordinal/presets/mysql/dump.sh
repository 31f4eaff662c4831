#!/bin/sh
# Writes all databases but the server's own as SQL, as they were at one moment, and in a comment which transactions they hold. Asks
# with the option file that is named.
set -eu

databases=$(mysql --defaults-file="$1" --batch --skip-column-names -e "SELECT schema_name FROM information_schema.schemata
  WHERE schema_name NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')")
if [ -z "$databases" ]; then
  echo '-- Dump completed: there is no database'
  exit
fi
# What is played back must go into the binary log, or the other members do not get it: mysqldump's head would keep it out. Whether the
# dump is whole its last line tells.
# shellcheck disable=SC2086
mysqldump --defaults-file="$1" --single-transaction --routines --events --triggers --set-gtid-purged=COMMENTED \
  --databases $databases | LC_ALL=C sed '1,/^-- Current Database/s/^SET @@SESSION.SQL_LOG_BIN/-- &/'
