#!/bin/sh
# Starts the server. What is set here is for the server alone; the tools that people run beside it must not inherit it.
set -eu

rm -f /opt/kafka/logs/quorum.state
export EXTERNAL_PORT=$((${EXTERNAL_BASE:-0} + ORDINAL))
export KAFKA_HEAP_OPTS="-Xms${HEAP_MIB}m -Xmx${HEAP_MIB}m -XX:+ExitOnOutOfMemoryError"
# Java keeps names for ever or half a minute otherwise, and would look for a restarted peer at its old address.
export KAFKA_OPTS="-Dsun.net.inetaddr.ttl=2 -Dsun.net.inetaddr.negative.ttl=1 ${AGENT:-}"
export KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=/mnt/shared/config/log4j2.xml
# Without this the script of the image writes a log of garbage collections to a file.
export EXTRA_ARGS="-name kafkaServer"
exec /opt/kafka/bin/kafka-server-start.sh /mnt/shared/config/server.properties
