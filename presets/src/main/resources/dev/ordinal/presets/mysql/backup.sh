#!/bin/sh
# Dumps into a file of its own, looks whether it is complete, and clears the oldest away.
set -eu

umask 077
cat > /tmp/backup.cnf <<EOF
[client]
user=backup
password="$(cat /passwords/backup)"
host=$HOST
$(cat /conf/peer.cnf)
EOF
file=/backup/$NAME-$(date -u +%Y%m%dT%H%M%SZ).sql.gz
sh /conf/dump.sh /tmp/backup.cnf | gzip > "$file.part"
if ! gzip -dc "$file.part" | tail -n 1 | grep -q '^-- Dump completed'; then
  rm -f "$file.part"
  echo "the dump of $HOST is not complete" >&2
  exit 1
fi
mv "$file.part" "$file"
echo "wrote $file"
set -- "/backup/$NAME"-*.sql.gz
while [ $# -gt "$KEEP" ]; do
  rm "$1"
  echo "removed $1"
  shift
done
