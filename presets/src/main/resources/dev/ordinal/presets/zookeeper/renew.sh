#!/bin/sh
# Beside the server: takes up what changes in the Secret with the certificate. The server notices new files by itself.
set -u
# As the first process a shell without a trap would not end.
trap 'exit 0' TERM INT
said=
while true; do
  if now=$(sh /conf/certificates.sh 2>&1); then
    if [ -n "$now" ]; then echo "taken up: $now"; fi
    said=
  elif [ "$now" != "$said" ]; then
    echo "not taken up, the certificate before stays in use: $now"
    said=$now
  fi
  sleep 5 &
  wait $!
done
