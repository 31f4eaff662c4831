#!/bin/sh
# Moves all partitions off a broker that is to go, and lets no new ones come: sh drain-broker.sh 103 100,101,102
set -eu
leaving=$1
staying=$2
plan=/tmp/drain-$leaving.json
kafka() {
  sh /etc/kafka/admin/kafka.sh "$@"
}

kafka configs --alter --entity-type brokers --entity-name "$leaving" --add-config 'cordoned.log.dirs=*'

# The place of the leaving broker is taken by the next one that has no copy yet, in turn.
kafka topics --describe | awk -v leaving="$leaving" -v staying="$staying" '
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
  while kafka reassign-partitions --reassignment-json-file "$plan" --verify | grep -q 'in progress'; do
    sleep 2
  done
fi
echo "broker $leaving holds nothing"
