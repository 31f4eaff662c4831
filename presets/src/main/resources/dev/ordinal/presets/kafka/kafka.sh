#!/bin/sh
# One of the tools, connected as a member: sh kafka.sh topics --list
set -eu
# It shares the memory of the server.
export KAFKA_HEAP_OPTS=-Xmx128m
tool=$1
shift
case $tool in
  cluster)
    action=$1
    shift
    set -- "$action" "$ADMIN_FLAG" "$ADMIN_SERVER" --command-config /etc/kafka/admin/admin.properties "$@"
    ;;
  *) set -- "$ADMIN_FLAG" "$ADMIN_SERVER" --command-config /etc/kafka/admin/admin.properties "$@" ;;
esac
exec "/opt/kafka/bin/kafka-$tool.sh" "$@"
