#!/bin/sh
# Lists the transactions in this member's binary logs that match a pattern: time, id, bytes, and the statement or the tables whose
# rows were changed.
set -eu

pattern=${1:?which transactions: a pattern, such as 'drop table'}

sql() { mysql --defaults-file=/var/run/mysqld/root.cnf --batch --skip-column-names --quick -e "$1"; }

# One line for each transaction, after its place in the log.
condense() {
  awk -F '\t' '
    function tell() {
      if (id != "" && what != "") print from "\t" id "  " (to - from) " bytes  " substr(what, 1, 500)
      id = what = ""
    }
    $6 ~ /^SET @@SESSION.GTID_NEXT/ { tell(); split($6, quoted, "\047"); id = quoted[2]; from = $2 }
    $3 == "Table_map" { split($6, word, " "); table[word[2]] = substr(word[3], 2, length(word[3]) - 2) }
    $3 ~ /_rows/ {
      split($6, word, " ")
      done = $3 " " table[word[2]]
      if (index(what, done) == 0) what = what (what == "" ? "" : ", ") done
    }
    $3 == "Rows_query" || ($3 == "Query" && $6 !~ /^(BEGIN|COMMIT|SAVEPOINT)/) { what = what (what == "" ? "" : "; ") $6 }
    { to = $5 }
    END { tell() }'
}

# No statement prints the time of an event; it is the first four bytes of it.
for log in $(sql "SHOW BINARY LOGS" | cut -f 1); do
  sql "SHOW BINLOG EVENTS IN '$log'" | condense | grep -iE -e "$pattern" | while read -r from line; do
    time=$(od -A n -t u4 -j "$from" -N 4 "/var/lib/mysql/data/$log" | tr -d ' ')
    printf '%s  %s\n' "$(date -u -d "@$time" +%Y-%m-%dT%H:%M:%SZ)" "$line"
  done
done
