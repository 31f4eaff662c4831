#!/bin/sh
# Succeeds if no partition has a copy on this broker, nor one on its way there: sh holds-nothing.sh 103
set -eu
# Not in a pipe: a tool that fails there would pass for one that has found nothing.
described=$(sh /etc/kafka/admin/kafka.sh topics --describe)
printf '%s\n' "$described" | awk -v broker="$1" '
  {
    for (i = 1; i < NF; i++) {
      if ($i == "Replicas:" && index("," $(i + 1) ",", "," broker ",") > 0) {
        copies++
        one = $2 "-" $4
        next
      }
    }
  }
  END {
    if (copies > 0) {
      print "broker " broker " holds " copies " copies, such as one of " one
      exit 1
    }
    print "broker " broker " holds nothing"
  }'
