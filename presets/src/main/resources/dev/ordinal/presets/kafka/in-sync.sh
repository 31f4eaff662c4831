#!/bin/sh
# Succeeds if every partition has all its copies in step.
set -eu
lagging=$(sh /etc/kafka/admin/kafka.sh topics --describe --under-replicated-partitions)
echo "$lagging"
test -z "$lagging"
