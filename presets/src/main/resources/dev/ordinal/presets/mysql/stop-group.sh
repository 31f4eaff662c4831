#!/bin/sh
# Leaves in good order: hands the writing over if it can, then leaves the group, so that the others need not wonder.
set -u

members=performance_schema.replication_group_members

here() { timeout 60 mysql --defaults-file=/var/run/mysqld/agent.cnf --batch --skip-column-names -e "$1"; }

# Into the container's log, where a hook's own output never gets to.
tell() { echo "$POD_NAME: $1" 2> /dev/null > /proc/1/fd/1 || true; }

: > /var/run/mysqld/leaving
next=$(here "SELECT other.member_id FROM $members AS other, $members AS own
  WHERE own.member_id = @@server_uuid AND own.member_role = 'PRIMARY' AND own.member_state = 'ONLINE'
    AND other.member_role = 'SECONDARY' AND other.member_state = 'ONLINE' ORDER BY other.member_host LIMIT 1")
if [ -n "$next" ]; then tell "$(here "SELECT group_replication_set_as_primary('$next', 20)" 2>&1)"; fi
tell "leaves the group. $(here "STOP GROUP_REPLICATION" 2>&1)"
exit 0
