#!/bin/sh
# Reads an archive of backup.sh from its input and puts it in place of the collections that it holds.
set -eu
umask 077
printf "password: '%s'\n" "$(sed "s/'/''/g" /auth/root-password)" > /tmp/restore.yaml
from=$(cut -d ' ' -f 2 /cluster/members | paste -s -d , -)
tls=
if [ "$TLS" = true ]; then tls="--ssl --sslCAFile=/keys/ca.pem"; fi
# shellcheck disable=SC2086 # Several words on purpose.
exec mongorestore --config=/tmp/restore.yaml --host="$REPLICA_SET/$from" --username=root --authenticationDatabase=admin \
  --oplogReplay --drop --gzip --archive --numParallelCollections=1 $tls
