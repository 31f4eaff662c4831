#!/bin/sh
# Dumps into a file under another name, looks whether it is complete, names it, and clears the oldest away.
set -eu

umask 077
# Exactly what this script names: the files of others on the claim may begin with the same name.
d='[0-9][0-9]'
own="/backup/$NAME-$d$d$d${d}T$d$d${d}Z.sql.gz"
# shellcheck disable=SC2086 # Patterns on purpose, here and below.
rm -f $own.part
# In an option file a backslash and a quote have a meaning.
password=$(sed 's/[\\"]/\\&/g' /passwords/backup)
cat > /tmp/backup.cnf <<EOF
[client]
user=backup
password="$password"
host=$HOST
$(cat /conf/peer.cnf)
EOF
file=/backup/$NAME-$(date -u +%Y%m%dT%H%M%SZ).sql.gz
trap 'rm -f "$file.part"' EXIT
sh /conf/dump.sh /tmp/backup.cnf | gzip > "$file.part"
if ! gzip -dc "$file.part" | tail -n 1 | grep -q '^-- Dump completed'; then
  echo "the dump of $HOST is not complete" >&2
  exit 1
fi
sync "$file.part"
mv "$file.part" "$file"
echo "wrote $file: $(wc -c < "$file") bytes"

# Names are dates, so their order is that of time.
# shellcheck disable=SC2086
set -- $own
while [ $# -gt "$KEEP" ]; do
  rm "$1"
  echo "removed $1"
  shift
done
