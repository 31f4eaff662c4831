#!/bin/sh
# Prints of which release the metadata in force are, as a number that can be compared: 4003 for 4.3.
set -eu
features=$(sh /etc/kafka/admin/kafka.sh features describe)
level=$(printf '%s\n' "$features" | awk '
  $2 == "metadata.version" { for (i = 3; i < NF; i++) if ($i == "FinalizedVersionLevel:") print $(i + 1) }')
case $level in
  [1-9]*.[0-9]*-IV[0-9]*) ;;
  *)
    echo "which metadata are in force cannot be told from: $features" >&2
    exit 1
    ;;
esac
minor=${level#*.}
echo $((${level%%.*} * 1000 + ${minor%%-*}))
