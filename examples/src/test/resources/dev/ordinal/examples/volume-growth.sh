#!/usr/bin/env bash
# Stops at the first command that fails and at the first check that does not pass in time.
# shellcheck disable=SC2016 # Checks are expanded where they are awaited.
set -euo pipefail

await() {
  local until=$((SECONDS + ${TIMEOUT_SECONDS:-900}))
  until bash -c "$1"; do
    if [ "$SECONDS" -ge "$until" ]; then
      echo "not done in time: $1" >&2
      exit 1
    fi
    sleep 5
  done
}

echo '1. See that the volumes can grow'
# A storage class must allow it; otherwise the size can only be had with new claims.
test "$(kubectl get storageclass fast-ssd -o jsonpath='{.allowVolumeExpansion}')" = true

echo '2. Grow claim data-orders-db-0 to 50Gi'
# The controller never changes a claim that exists. A driver that cannot grow a mounted file system goes on when the pod is deleted and comes back.
kubectl -n shop patch pvc data-orders-db-0 --type merge -p '{"spec":{"resources":{"requests":{"storage":"50Gi"}}}}'
await 'kubectl -n shop get pvc data-orders-db-0 -o jsonpath='\''{.status.capacity.storage} {.status.conditions[*].type}'\'' | grep -vqE '\''^(10Gi)? |Resiz'\'''

echo '3. Grow claim data-orders-db-1 to 50Gi'
# The controller never changes a claim that exists. A driver that cannot grow a mounted file system goes on when the pod is deleted and comes back.
kubectl -n shop patch pvc data-orders-db-1 --type merge -p '{"spec":{"resources":{"requests":{"storage":"50Gi"}}}}'
await 'kubectl -n shop get pvc data-orders-db-1 -o jsonpath='\''{.status.capacity.storage} {.status.conditions[*].type}'\'' | grep -vqE '\''^(10Gi)? |Resiz'\'''

echo '4. Grow claim data-orders-db-2 to 50Gi'
# The controller never changes a claim that exists. A driver that cannot grow a mounted file system goes on when the pod is deleted and comes back.
kubectl -n shop patch pvc data-orders-db-2 --type merge -p '{"spec":{"resources":{"requests":{"storage":"50Gi"}}}}'
await 'kubectl -n shop get pvc data-orders-db-2 -o jsonpath='\''{.status.capacity.storage} {.status.conditions[*].type}'\'' | grep -vqE '\''^(10Gi)? |Resiz'\'''

echo '5. Delete the set orders-db, but not its pods'
# What changes in it cannot be changed in place. The pods run on, and the new set takes them over; until then nobody replaces one that fails.
kubectl -n shop delete statefulset orders-db --cascade=orphan --ignore-not-found
await '! kubectl -n shop get statefulset orders-db >/dev/null 2>&1'

echo '6. Apply the wanted manifest'
kubectl apply -f "${WANTED:-wanted.yaml}"
await 'kubectl -n shop rollout status statefulset orders-db --timeout=10m'
