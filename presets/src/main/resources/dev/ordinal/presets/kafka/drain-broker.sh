#!/bin/sh
# Moves all partitions off a broker that is to go, and lets no new ones come: sh drain-broker.sh 103 100,101,102
# What a tool prints is kept before it is read, because in a pipe one that fails would pass for one that has found nothing.
set -eu
leaving=$1
staying=$2
plan=/tmp/drain-$leaving.json
kafka() {
  sh /etc/kafka/admin/kafka.sh "$@"
}

settle() {
  while :; do
    moves=$(kafka reassign-partitions --list)
    case $moves in *'No partition reassignments found'*) return ;; esac
    sleep 2
  done
}

metadata=$(sh /etc/kafka/admin/metadata.sh)
# Before 4.3 the controllers refuse this setting.
if [ "$metadata" -ge 4003 ]; then
  kafka configs --alter --entity-type brokers --entity-name "$leaving" --add-config 'cordoned.log.dirs=*'
else
  echo "Before the metadata of 4.3 nothing keeps new topics away from broker $leaving: make none until its disk is deleted."
fi

# While a partition moves, the list of its copies has those that come and those that go.
settle
topics=$(kafka topics --describe)
# The place of the leaving broker is taken by the next one that has no copy yet, in turn.
printf '%s\n' "$topics" | awk -v leaving="$leaving" -v staying="$staying" '
  function value(key,    i) {
    for (i = 1; i < NF; i++) if ($i == key) return $(i + 1)
    return ""
  }
  BEGIN { brokers = split(staying, broker, ","); printf "{\"version\":1,\"partitions\":[" }
  value("Partition:") != "" {
    replicas = "," value("Replicas:") ","
    if (index(replicas, "," leaving ",") == 0) next
    for (tried = 0; tried < brokers; tried++) {
      candidate = broker[turn++ % brokers + 1]
      if (index(replicas, "," candidate ",") == 0) break
    }
    if (tried == brokers) {
      print "topic " value("Topic:") " has more copies than there are brokers that stay" > "/dev/stderr"
      failed = 1
      exit 1
    }
    sub("," leaving ",", "," candidate ",", replicas)
    gsub(/^,|,$/, "", replicas)
    printf "%s{\"topic\":\"%s\",\"partition\":%s,\"replicas\":[%s]}", (moved++ ? "," : ""), value("Topic:"), \
      value("Partition:"), replicas
  }
  END { if (!failed) print "]}" }' > "$plan"

if grep -q '"topic"' "$plan"; then
  kafka reassign-partitions --reassignment-json-file "$plan" --execute
  settle
fi
sh /etc/kafka/admin/holds-nothing.sh "$leaving"
