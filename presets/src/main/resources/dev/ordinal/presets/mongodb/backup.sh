#!/bin/sh
# One archive of all data as of the end of the run, under its final name only once it is whole.
set -eu
umask 077

# A password on a command line can be read by everybody on the node.
printf "password: '%s'\n" "$(sed "s/'/''/g" /auth/backup-password)" > /tmp/dump.yaml

# Exactly what this script names: the files of others on the claim may begin with the same name.
d='[0-9][0-9]'
own="$BACKUP_NAME-$d$d-$d-${d}T$d-$d-${d}Z.archive.gz"
find /backup -maxdepth 1 -name ".$own.part" -exec rm -f {} +
name="$BACKUP_NAME-$(date -u +%Y-%m-%dT%H-%M-%SZ).archive.gz"
part="/backup/.$name.part"
trap 'rm -f "$part"' EXIT
# shellcheck disable=SC2086 # Several words on purpose.
mongodump --config=/tmp/dump.yaml --host="$BACKUP_FROM" --username=backup --authenticationDatabase=admin \
  --readPreference=secondaryPreferred --oplog --gzip --archive="$part" ${BACKUP_TLS-}
if [ ! -s "$part" ] || ! gzip -t "$part"; then
  echo "the archive of $BACKUP_FROM is not complete" >&2
  exit 1
fi
sync "$part"
mv "$part" "/backup/$name"
echo "wrote $name: $(wc -c < "/backup/$name") bytes"

# Names are dates, so their order is that of time.
kept=0
for file in $(find /backup -maxdepth 1 -name "$own" | sort -r); do
  kept=$((kept + 1))
  if [ "$kept" -gt "$BACKUP_KEEP" ]; then
    rm -f "$file"
    echo "removed ${file##*/}"
  fi
done
