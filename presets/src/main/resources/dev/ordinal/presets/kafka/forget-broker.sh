#!/bin/sh
# Strikes a stopped broker off the list of members: sh forget-broker.sh 103
set -eu
metadata=$(sh /etc/kafka/admin/metadata.sh)
# Before 4.3 it was never set, and the controllers refuse even to take it away.
if [ "$metadata" -ge 4003 ]; then
  # By the controllers, because the brokers would pass this on to the one that is gone.
  KAFKA_HEAP_OPTS=-Xmx128m /opt/kafka/bin/kafka-configs.sh --bootstrap-controller "$ADMIN_CONTROLLERS" \
    --command-config /etc/kafka/admin/admin.properties \
    --alter --entity-type brokers --entity-name "$1" --delete-config cordoned.log.dirs
fi
sh /etc/kafka/admin/kafka.sh cluster unregister --id "$1"
