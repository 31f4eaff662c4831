#!/bin/sh
# Formats the disk of a node once. Only in a new cluster may controllers begin as voters that know nothing.
set -eu

log=/var/lib/kafka/data/log
config=/mnt/shared/config/server.properties
phase=$(cat /phase/phase)
export EXTERNAL_PORT=$((${EXTERNAL_BASE:-0} + ORDINAL))

fail() {
  echo "node $ORDINAL cannot start: $*" >&2
  exit 1
}

fact() {
  sed -n "s/^$1=//p" "$log/meta.properties"
}

# Servers that start before the names of their peers exist may never find each other. Not for ever: some may be gone.
await_names() {
  for _ in $(seq 60); do
    all=0
    known=0
    for name in $CONTROLLERS; do
      all=$((all + 1))
      if getent hosts "$name" > /dev/null; then known=$((known + 1)); fi
    done
    if [ $((known * 2)) -gt $all ]; then return 0; fi
    sleep 1
  done
  echo "node $ORDINAL: most of the names $CONTROLLERS do not resolve; goes on all the same"
}

case $phase in
  BOOTSTRAP | SEALED) ;;
  *) fail "the phase is \"$phase\", and must be BOOTSTRAP or SEALED." ;;
esac
if [ -e /etc/kafka/secrets/tls.key ] && ! grep -q '^-----BEGIN PRIVATE KEY-----' /etc/kafka/secrets/tls.key; then
  fail "tls.key is not in PKCS #8 form." \
    "Ask cert-manager for privateKey.encoding PKCS8, or convert the key with: openssl pkcs8 -topk8 -nocrypt."
fi
await_names

if [ -e "$log/meta.properties" ]; then
  cluster=$(fact cluster.id)
  node=$(fact node.id)
  if [ "$cluster" != "$CLUSTER_ID" ]; then
    fail "its disk belongs to the cluster $cluster, and this one is $CLUSTER_ID." \
      "Bind the claims of $POD_NAME to its own volumes again, or say clusterId(\"$cluster\") of the controllers."
  elif [ "$node" != "$ORDINAL" ]; then
    fail "its disk holds the data of node $node." \
      "Bind the claims of $POD_NAME to its own volumes again."
  fi
  echo "node $ORDINAL: goes on with the data on its disk"
  exit 0
fi
mkdir -p "$log"
if [ -n "$(find "$log" -name '*.log' -size +0)" ]; then
  fail "its disk holds data, but meta.properties is missing. Restore that file; formatting would lose the data."
fi

set -- "-t=$CLUSTER_ID" "-c=$config"
case $ROLES-$phase in
  *controller*-BOOTSTRAP)
    set -- "$@" "-r=$(cat /phase/metadata)" "--initial-controllers=$(cat /phase/initial-controllers)"
    echo "node $ORDINAL: empty disk, new cluster; begins as a voter"
    ;;
  *controller*-SEALED)
    set -- "$@" --no-initial-controllers
    echo "node $ORDINAL: empty disk, the cluster is sealed; has no vote until it has what the others know"
    ;;
  *) echo "node $ORDINAL: empty disk; copies what it is to hold" ;;
esac
/opt/kafka/bin/kafka-storage.sh format "$@" > /tmp/format.log 2>&1 || {
  cat /tmp/format.log >&2
  fail "its disk could not be formatted."
}
