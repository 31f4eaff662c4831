#!/bin/sh
# Strikes a stopped broker off the list of members: sh forget-broker.sh 103
set -eu
sh /etc/kafka/admin/kafka.sh cluster unregister --id "$1"
sh /etc/kafka/admin/kafka.sh configs --alter --entity-type brokers --entity-name "$1" --delete-config cordoned.log.dirs
