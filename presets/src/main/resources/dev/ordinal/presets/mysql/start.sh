#!/bin/sh
# Runs one member: prepares its disk, then runs the server and beside it the agent that takes it to the others.
set -eu

home=/var/lib/mysql
run=/var/run/mysqld

say() { echo "$POD_NAME: $*"; }

fail() {
  echo "$POD_NAME cannot start: $*" >&2
  exit 1
}

# Also used in SQL and in option files, where other characters would need three kinds of quoting. While the password of
# replication is changed, the line after it is the one that it had before.
password() {
  value=$(sed -n "${2:-1}p" "/passwords/$1") || fail "the Secret of the passwords has no key $1."
  case $value in
    '' | *[!A-Za-z0-9._~+=@%^:,/-]*)
      fail "the password $1 must be of letters, digits and . _ ~ + = @ % ^ : , / - only." ;;
  esac
  printf %s "$value"
}

umask 077
root=$(password root)
replication=$(password replication)
if [ ${#replication} -gt 32 ]; then fail "the password replication is longer than the 32 characters that MySQL allows."; fi
address=$(grep "^$POD_NAME\\." /state/members) || fail "it is not among the members of the manifest: $(cat /state/members)"

if [ -e "$home/member" ]; then
  found=$(cat "$home/member")
  if [ "$found" != "$POD_NAME" ]; then
    fail "its disk holds the data of $found. Bind the claims to their own pods again; if it is a copy on purpose," \
      "remove the files member and data/auto.cnf on it first."
  fi
else
  echo "$POD_NAME" > "$home/member"
fi

rm -f "$run/leaving"
# The agent reaches this server by the first, its peers by the second.
printf '[client]\nuser=ordinal\npassword="%s"\nhost=127.0.0.1\nport=33062\nconnect-timeout=3\n' \
  "$replication" > "$run/agent.cnf"
printf '[client]\nuser=root\npassword="%s"\nsocket=%s\n' "$root" "$run/mysqld.sock" > "$run/root.cnf"
if [ -e /passwords/metrics ]; then
  metrics=$(password metrics)
  # The exporter reads it once, as soon as it is there.
  printf '[client]\nuser=metrics\npassword="%s"\nsocket=%s\n' "$metrics" "$run/mysqld.sock" > "$run/metrics.new"
  mv "$run/metrics.new" "$run/metrics.cnf"
fi
cat > "$run/peer.cnf" <<EOF
[client]
user=replication
password="$replication"
port=3306
connect-timeout=3
$(cat /conf/peer.cnf)
EOF

if [ -e "$home/rebuild" ]; then
  say "its data is an incomplete copy, and is thrown away"
  rm -rf "$home/data" "$home/rebuild" "$home/seeding"
fi
if [ ! -d "$home/data" ]; then
  if [ "$TOPOLOGY" = standalone ] && [ "$(cat /state/phase)" = SEALED ]; then
    fail "its disk is empty, and the database is sealed. Bind its old volume again or restore a backup:" \
      "see the run book, which tells how to begin anew."
  fi
  # In a folder of another name until it is complete, and without the binary log, so that no member knows anything of its own.
  rm -rf "$home/data.new"
  # By standard input, for others could read a word of a command line.
  printf 's|<%s>|%s|\n' root "$root" replication "$replication" | sed -f - /conf/init.sql > "$run/init.sql"
  if [ "$(sed -n '$=' /passwords/replication)" = 2 ]; then
    # Members that have not been restarted since come to this one with the one that they joined the group with.
    before=$(password replication 2)
    echo "ALTER USER 'replication'@'%' IDENTIFIED BY '$before';" >> "$run/init.sql"
    echo "ALTER USER 'replication'@'%' IDENTIFIED BY '$replication' RETAIN CURRENT PASSWORD;" >> "$run/init.sql"
  fi
  mysqld --defaults-file=/conf/my.cnf --initialize-insecure --datadir="$home/data.new" --init-file="$run/init.sql" \
    --skip-log-bin --super-read-only=OFF --read-only=OFF
  rm -f "$run/init.sql"
  sync
  mv "$home/data.new" "$home/data"
  say "empty disk, initialised"
fi

# With this the server may end itself to be started again on the data that it has copied; the kubelet starts it.
export MYSQLD_PARENT_PID=$$
mysqld --defaults-file=/conf/my.cnf --server-id="$((SERVER_ID_BASE + ${POD_NAME##*-}))" --report-host="$address" \
  --loose-group-replication-local-address="$address:3306" &
server=$!
trap 'kill -TERM "$server" 2> /dev/null' TERM INT
(while :; do
  sh /conf/agent.sh || true
  sleep 2
done) &

code=0
while kill -0 "$server" 2> /dev/null; do
  code=0
  wait "$server" || code=$?
done
exit "$code"
