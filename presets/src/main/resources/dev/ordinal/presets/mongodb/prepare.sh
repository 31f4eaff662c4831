#!/bin/sh
# Checks that the disk is this member's own, and puts keys where only the server's user can read them.
set -eu
umask 077

fail() {
  echo "$POD_NAME cannot start: $*" >&2
  exit 1
}

# The agent leaves this file behind once the member belongs to a set.
if [ -e /state/member ]; then
  found=$(cat /state/member)
  if [ "$found" != "$POD_NAME" ]; then
    fail "its disk holds the data of $found." \
      "Bind the claims of $POD_NAME to its own volumes again; do not change the file on the disk."
  fi
  echo "$POD_NAME: goes on with the data on its disk"
else
  echo "$POD_NAME: its disk is empty"
fi

# A Secret's files can be read by the volume's group, which the server does not accept of a key.
key=$(tr -d '[:space:]' < /auth/keyfile)
case $key in
  *[!A-Za-z0-9+/=]*) fail "the key \"keyfile\" of the Secret has characters that are not base64." \
    "Make one with: openssl rand -base64 756." ;;
esac
if [ ${#key} -lt 6 ] || [ ${#key} -gt 1024 ]; then
  fail "the key \"keyfile\" of the Secret has ${#key} characters, and must have 6 to 1024." \
    "Make one with: openssl rand -base64 756."
fi
rm -f /keys/keyfile
printf '%s\n' "$key" > /keys/keyfile
chmod 0400 /keys/keyfile
