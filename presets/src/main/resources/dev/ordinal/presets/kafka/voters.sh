#!/bin/sh
# Succeeds if exactly these controllers vote: sh voters.sh 0 1 2
set -eu
described=$(sh /etc/kafka/admin/kafka.sh metadata-quorum describe --replication)
found=$(printf '%s\n' "$described" | awk '$NF == "Leader" || $NF == "Follower" { print $1 }' \
  | sort -n | tr '\n' ' ')
echo "voters: $found"
test "$found" = "$* "
