#!/bin/sh
# Keeps the agent going, and ends it when it is told to: as the first process a shell without a trap would not.
set -u
mongosh --nodb --quiet --norc --file /scripts/agent.js &
agent=$!
trap 'kill -KILL "$agent"; exit 0' TERM INT
wait "$agent"
