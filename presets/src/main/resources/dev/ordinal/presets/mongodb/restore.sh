#!/bin/sh
# Reads an archive of backup.sh from its input and puts it in place of the collections that it holds. Users and roles stay as
# they are: with --drop those of the archive would take the place of all, with the passwords of its day, and the agents, which
# have those of the Secret, would be locked out for good. The log of changes is not sifted: see the run book.
set -eu
umask 077
printf "password: '%s'\n" "$(sed "s/'/''/g" /auth/root-password)" > /tmp/restore.yaml
from=$(cut -d ' ' -f 2 /cluster/members | paste -s -d , -)
tls=
if [ "$TLS" = true ]; then tls="--ssl --sslCAFile=/keys/ca.pem"; fi
# shellcheck disable=SC2086 # Several words on purpose.
exec mongorestore --config=/tmp/restore.yaml --host="$REPLICA_SET/$from" --username=root --authenticationDatabase=admin \
  --nsExclude=admin.system.users --nsExclude=admin.system.roles \
  --oplogReplay --drop --gzip --archive --numParallelCollections=1 $tls
