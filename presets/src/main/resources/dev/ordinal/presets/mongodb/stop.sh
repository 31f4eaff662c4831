#!/bin/sh
# Before the server ends: asks the agent to hand over, and waits while this member is still the primary.
touch /run/member/stopping
left=40
while [ "$left" -gt 0 ]; do
  read -r at role < /run/member/role || exit 0
  [ $(($(date +%s) - at)) -lt 30 ] || exit 0
  [ "$role" = primary ] || exit 0
  [ ! -e /run/member/last ] || exit 0
  sleep 1
  left=$((left - 1))
done
