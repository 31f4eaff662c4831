#!/bin/sh
# Writes the member's role on its pod, where the Service for writers looks for it.
set -eu

account=/var/run/secrets/kubernetes.io/serviceaccount
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
printf 'Authorization: Bearer %s\n' "$(cat $account/token)" | curl --silent --show-error --fail --output /dev/null \
  --max-time 5 --cacert $account/ca.crt --header @- --header 'Content-Type: application/merge-patch+json' \
  --request PATCH --data "{\"metadata\":{\"labels\":{\"mysql.ordinal.dev/role\":\"$1\"}}}" \
  "https://$host:$KUBERNETES_SERVICE_PORT/api/v1/namespaces/$(cat $account/namespace)/pods/$POD_NAME"
