#!/bin/sh
# Takes this member into the group. Starts the group only if every member has answered, none is in a group, and this one
# knows all that the others know. No member is special by its number.
set -u

home=/var/lib/mysql
run=/var/run/mysqld
told='' label='' served=''

say() {
  if [ "$told" != "$*" ]; then echo "$POD_NAME: $*"; fi
  told=$*
}

here() { timeout 10 mysql --defaults-file="$run/agent.cnf" --batch --skip-column-names -e "$1"; }
facts_here() { timeout 10 mysql --defaults-file="$run/agent.cnf" --batch --skip-column-names < /conf/facts.sql 2> /dev/null; }
facts_of() { timeout 5 mysql --defaults-file="$run/peer.cnf" --host="$1" --batch --skip-column-names < /conf/facts.sql 2> /dev/null; }

# Whether all transactions of the second set are in the first; a dash stands for none.
contains() { [ "$(here "SELECT GTID_SUBSET('${2#-}', '${1#-}')")" = 1 ]; }

# Blocks until the server has answered. A password belongs neither in a command line nor in a log; while it is changed, the
# one before it stands in the second line.
start_group() {
  {
    echo "SET GLOBAL group_replication_group_seeds = '$(sed 's/$/:3306/' /state/members | paste -s -d , -)';"
    echo "SET GLOBAL group_replication_clone_threshold = $2;"
    echo "SET GLOBAL group_replication_bootstrap_group = $1;"
    echo "START GROUP_REPLICATION USER = 'replication', PASSWORD = '$(head -n 1 /passwords/replication)';"
    echo "SET GLOBAL group_replication_bootstrap_group = OFF;"
  } | mysql --defaults-file="$run/agent.cnf" --force
}

# What every other member says of itself. Who does not answer is unknown, never gone.
look_around() {
  unknown='' active='' joinable='' listed='' group='' purged='-' sets="$POD_NAME:$gtids"
  grep -q "^$POD_NAME\\." /state/members || unknown=" nobody, because the list of members has not $POD_NAME in it"
  while read -r peer; do
    name=${peer%%.*}
    if [ "$name" = "$POD_NAME" ]; then continue; fi
    theirs=$(facts_of "$peer") || { unknown="$unknown $name" && continue; }
    # shellcheck disable=SC2086
    set -- $theirs
    case $1 in ONLINE | RECOVERING) active=$name ;; esac
    if [ "$1 $2" = "ONLINE 1" ]; then
      joinable=$name group="$group,${4#-}" purged=$5
      case ",$6," in *",$POD_NAME,"*) listed=$name ;; esac
    fi
    sets="$sets $name:$4"
  done < /state/members
}

# Whoever knows all that anybody knows; of several the one with the lowest number. Nobody, if their knowledge differs.
most_complete() {
  while read -r peer; do
    for candidate in $sets; do
      if [ "${candidate%%:*}" = "${peer%%.*}" ] && knows_all "${candidate#*:}"; then
        echo "${peer%%.*}"
        return
      fi
    done
  done < /state/members
}

knows_all() {
  for other in $sets; do
    contains "$1" "${other#*:}" || return 1
  done
}

join() {
  if [ -n "$listed" ]; then
    # A second try to enter while the first self is there hangs for minutes.
    say "waits until $listed no longer counts the member that it was before"
    return
  fi
  if ! contains "$group" "$gtids"; then
    say "stays out, because it has transactions that the group has not:" \
      "$(here "SELECT GTID_SUBTRACT('$gtids', '${group#,}')"). See \"Replace a member\" in the run book."
    return
  fi
  if [ "$state" = ERROR ]; then here "STOP GROUP_REPLICATION"; fi
  if [ -e "$home/seeding" ] && [ "$gtids" != - ] && [ "$(here "SELECT state FROM performance_schema.clone_status")" = Failed ]; then
    say "the copy of its data was not completed; begins anew"
    : > "$home/rebuild"
    here SHUTDOWN
  elif [ "$gtids" = - ] || ! contains "$gtids" "$purged"; then
    say "joins $joinable and the others, and copies their data"
    : > "$home/seeding"
    start_group OFF 1
  else
    say "joins $joinable and the others"
    start_group OFF 9223372036854775807
  fi
}

begin() {
  if [ "$gtids" != - ]; then
    say "all members have answered, and this one knows all that they know: starts the group again"
    start_group ON 9223372036854775807
  elif [ "$(cat /state/phase)" = BOOTSTRAP ]; then
    say "all members have answered, and all disks are empty: starts the new group"
    start_group ON 9223372036854775807
  else
    say "all disks are empty, and the cluster is sealed: nothing is started. Bind the old volumes again or restore a backup:" \
      "see the run book."
  fi
}

decide() {
  look_around
  if [ -n "$joinable" ]; then
    join
  elif [ -n "$active" ]; then
    say "waits: $active is in a group without a majority, which it will leave"
  elif [ "$(cat /state/restart-from)" = "$POD_NAME" ]; then
    say "starts the group on the word of restart-from; unheard:${unknown:- none}"
    start_group ON 9223372036854775807
  elif [ -n "$unknown" ]; then
    say "waits for the answer of:$unknown"
  else
    chosen=$(most_complete)
    if [ "$chosen" = "$POD_NAME" ]; then
      begin
    elif [ -n "$chosen" ]; then
      say "waits for $chosen, which knows all that the others know, to start the group"
    else
      say "stays out: no member knows all that the others know. See \"Total outage\" in the run book. They know: $sets"
    fi
  fi
}

# The label by which the Service for writers finds the primary.
show_role() {
  if [ "$label" != "$1" ] && sh /conf/label.sh "$1"; then
    label=$1
    echo "$POD_NAME: is $1"
  fi
}

serve() {
  if [ -z "$served" ]; then
    rm -f "$home/seeding"
    here "SET GLOBAL offline_mode = OFF"
    served=yes
  fi
  if [ "$role" = PRIMARY ] && [ "$served" != accounts ] && sh /conf/accounts.sh; then served=accounts; fi
}

show_role replica
while sleep 2; do
  facts=$(facts_here) || continue
  # shellcheck disable=SC2086
  set -- $facts
  state=$1 role=$3 gtids=$4
  case "$state $2 $role" in
    "ONLINE 1 PRIMARY") show_role primary ;;
    *) show_role replica ;;
  esac
  if [ "$state" = ONLINE ]; then
    serve
  elif [ "$state" != RECOVERING ] && [ ! -e "$run/leaving" ]; then
    served=''
    decide
  fi
done
