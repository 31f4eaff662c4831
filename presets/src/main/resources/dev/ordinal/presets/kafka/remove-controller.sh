#!/bin/sh
# Takes a stopped controller out of the quorum: sh remove-controller.sh 4
set -eu
quorum() {
  sh /etc/kafka/admin/kafka.sh metadata-quorum "$@"
}

# Not in one pipe: a tool that fails there would pass for one that has not found it.
described=$(quorum describe --replication)
directory=$(printf '%s\n' "$described" | awk -v id="$1" '$1 == id && $NF != "Observer" { print $2; exit }')
if [ -z "$directory" ]; then
  echo "$1 is not a voter"
  exit 0
fi
quorum remove-controller --controller-id "$1" --controller-directory-id "$directory"
