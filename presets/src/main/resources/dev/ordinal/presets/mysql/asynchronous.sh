#!/bin/sh
# Opens this member for writes if the manifest names it and nobody knows more; else lets it follow the one that is named.
set -u

run=/var/run/mysqld
told='' served=''

say() {
  if [ "$told" != "$*" ]; then echo "$POD_NAME: $*"; fi
  told=$*
}

here() { timeout 10 mysql --defaults-file="$run/agent.cnf" --batch --skip-column-names -e "$1"; }
facts_here() { timeout 10 mysql --defaults-file="$run/agent.cnf" --batch --skip-column-names < /conf/facts.sql 2> /dev/null; }
facts_of() { timeout 5 mysql --defaults-file="$run/peer.cnf" --host="$1" --batch --skip-column-names < /conf/facts.sql 2> /dev/null; }

# Whether all transactions of the second set are in the first; a dash stands for none.
contains() { [ "$(here "SELECT GTID_SUBSET('${2#-}', '${1#-}')")" = 1 ]; }

# What every other member says of itself. Who does not answer is unknown, never gone.
look_around() {
  unknown='' open='' richer=''
  while read -r peer; do
    name=${peer%%.*}
    if [ "$name" = "$POD_NAME" ]; then continue; fi
    theirs=$(facts_of "$peer") || { unknown="$unknown $name" && continue; }
    # shellcheck disable=SC2086
    set -- $theirs
    if [ "$1" = OPEN ]; then open=$name; fi
    if ! contains "$gtids" "$5"; then richer=$name; fi
  done < /state/members
}

lead() {
  look_around
  if [ -n "$open" ]; then
    say "waits until $open takes no more writes"
  elif [ -n "$richer" ] && [ "$gtids" = - ]; then
    say "stays closed: its disk is empty, and $richer has data. Name $richer as the primary: see the run book."
  elif [ -n "$richer" ]; then
    say "waits until it has all that $richer has"
  elif [ "$gtids" = - ] && [ -n "$unknown" ]; then
    say "waits for the answer of:$unknown"
  elif [ "$gtids" = - ] && [ "$(cat /state/phase)" != BOOTSTRAP ]; then
    say "all disks are empty, and the cluster is sealed: nothing is opened. Bind the old volumes again or restore a backup:" \
      "see the run book."
  else
    say "is the primary: takes writes"
    here "STOP REPLICA; RESET REPLICA ALL; SET GLOBAL super_read_only = OFF; SET GLOBAL read_only = OFF"
  fi
}

follow() {
  primary=$1
  source=$(grep "^$primary\\." /state/members) || { say "the primary $primary is not among the members" && return; }
  if [ "$open_here" = OPEN ]; then
    say "is not the primary any more: takes no more writes"
    here "SET GLOBAL super_read_only = ON"
  fi
  theirs=$(facts_of "$source") || { say "waits for the answer of: $primary" && return; }
  # shellcheck disable=SC2086
  set -- $theirs
  if ! contains "$5" "$gtids"; then
    if [ "$1" = OPEN ]; then
      say "stays out, because it has transactions that $primary has not:" \
        "$(here "SELECT GTID_SUBTRACT('$gtids', '${5#-}')"). See \"Replace a member\" in the run book."
    fi
  elif [ "$source_here" = "$source" ] && [ "$threads" = running ]; then
    # Also where it knew nothing yet a moment ago: what the primary has made since then comes by itself.
    return
  elif [ "$gtids" = - ] && [ "$5" != - ]; then
    say "copies the data of $primary"
    copy "$source"
  else
    say "follows $primary"
    replicate "$source"
  fi
}

# At its end the server ends, to be started again on the copy.
copy() {
  {
    echo "SET GLOBAL clone_valid_donor_list = '$1:3306';"
    echo "CLONE INSTANCE FROM 'replication'@'$1':3306 IDENTIFIED BY '$(cat /passwords/replication)' REQUIRE SSL;"
  } | mysql --defaults-file="$run/agent.cnf"
}

replicate() {
  verify=''
  if [ -e /tls/ca.crt ]; then verify=", SOURCE_SSL_CA = '/tls/ca.crt', SOURCE_SSL_VERIFY_SERVER_CERT = 1"; fi
  {
    echo "STOP REPLICA;"
    echo "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '$1', SOURCE_PORT = 3306, SOURCE_AUTO_POSITION = 1,"
    echo "  SOURCE_CONNECT_RETRY = 5, SOURCE_RETRY_COUNT = 86400, SOURCE_SSL = 1$verify;"
    echo "START REPLICA USER = 'replication' PASSWORD = '$(cat /passwords/replication)';"
  } | mysql --defaults-file="$run/agent.cnf"
}

while sleep 2; do
  facts=$(facts_here) || continue
  # shellcheck disable=SC2086
  set -- $facts
  open_here=$1 source_here=$4 gtids=$5 threads=running
  if [ "$2" = OFF ] || [ "$3" = OFF ]; then threads=stopped; fi
  named=$(cat /state/primary)
  if [ "$named" != "$POD_NAME" ]; then
    served=''
    follow "$named"
  elif [ "$open_here" = CLOSED ]; then
    lead
  elif [ -z "$served" ] && sh /conf/accounts.sh; then
    served=yes
  fi
done
