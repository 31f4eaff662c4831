#!/bin/sh
# Gives the member its id, and lets only a new ensemble begin with empty disks.
set -eu

id=${POD_NAME##*-}
phase=$(cat /phase/phase)

fail() {
  echo "member $id cannot start: $*" >&2
  exit 1
}

# Any file that matches: a snapshot or a transaction log means that this disk knows something.
knows_something() {
  for file in /data/version-2/snapshot.* /datalog/version-2/log.*; do
    if [ -e "$file" ]; then return 0; fi
  done
  return 1
}

if [ -e /data/myid ]; then
  found=$(cat /data/myid)
  if [ "$found" != "$id" ]; then
    fail "its disk holds the data of member $found." \
      "Bind the claims of $POD_NAME to its own volumes again; do not change /data/myid."
  fi
else
  echo "$id" > /data/myid.new
  mv /data/myid.new /data/myid
fi

case $phase in
  BOOTSTRAP | SEALED) ;;
  *) fail "the phase is \"$phase\", and must be BOOTSTRAP or SEALED." ;;
esac

# Without the mark a member whose disk is empty has no vote until it has copied the data of the others.
# The server looks for it beside its log, its documentation says beside its snapshots.
rm -f /data/initialize /datalog/initialize
if knows_something; then
  echo "member $id: goes on with the data on its disk"
elif [ "$phase" = BOOTSTRAP ]; then
  # Left by a start under the seal; with them the server refuses to begin anew.
  rm -f /data/version-2/currentEpoch /data/version-2/acceptedEpoch
  touch /data/initialize /datalog/initialize
  echo "member $id: empty disk, new ensemble"
else
  echo "member $id: empty disk, the ensemble is sealed; waits for a majority that has the data"
fi
