#!/bin/sh
# On the member that may write: makes what the manifest names, if it is not there.
set -eu

sql=$(cat /conf/accounts.sql)
for name in $(echo "$sql" | sed -n "s/.*BY '<\(.*\)>'.*/\1/p"); do
  sql=$(echo "$sql" | sed "s|<$name>|$(cat "/passwords/$name")|")
done
echo "$sql" | mysql --defaults-file=/var/run/mysqld/root.cnf
