#!/bin/sh
# One archive of all data as of the end of the run, under its final name only once it is whole.
set -eu
umask 077

# A password on a command line can be read by everybody on the node.
printf "password: '%s'\n" "$(sed "s/'/''/g" /auth/backup-password)" > /tmp/dump.yaml

name="$BACKUP_NAME-$(date -u +%Y-%m-%dT%H-%M-%SZ).archive.gz"
rm -f "/backup/.$BACKUP_NAME-"*.part
# shellcheck disable=SC2086 # Several words on purpose.
mongodump --config=/tmp/dump.yaml --host="$BACKUP_FROM" --username=backup --authenticationDatabase=admin \
  --readPreference=secondary --oplog --gzip --archive="/backup/.$name.part" ${BACKUP_TLS-}
mv "/backup/.$name.part" "/backup/$name"
echo "wrote $name: $(wc -c < "/backup/$name") bytes"

# Names are dates, so their order is that of time.
kept=0
for file in $(find /backup -maxdepth 1 -name "$BACKUP_NAME-*.archive.gz" | sort -r); do
  kept=$((kept + 1))
  if [ "$kept" -gt "$BACKUP_KEEP" ]; then
    rm -f "$file"
    echo "removed ${file##*/}"
  fi
done
