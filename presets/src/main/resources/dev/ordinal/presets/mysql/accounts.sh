#!/bin/sh
# On the member that may write: makes what the manifest names, if it is not there.
set -eu

# For between the quotes of SQL. No password is a word of a command line, which others could read.
quoted() { sed "s/['\\\\]/&&/g" "/passwords/$1"; }

sql=$(while IFS= read -r line; do
  case $line in
    *"'<"*">'"*)
      name=${line#*"'<"}
      name=${name%%">'"*}
      password=$(quoted "$name")
      line="${line%%"'<"*}'$password'${line#*">'"}"
      ;;
  esac
  printf '%s\n' "$line"
done < /conf/accounts.sql)
printf '%s\n' "$sql" | mysql --defaults-file=/var/run/mysqld/root.cnf
