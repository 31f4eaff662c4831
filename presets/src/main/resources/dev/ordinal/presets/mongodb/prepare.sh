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

check() {
  case $1 in
    *[!A-Za-z0-9+/=]*) fail "the key \"keyfile\" of the Secret has characters that are not base64." \
      "Make one with: openssl rand -base64 756." ;;
  esac
  if [ ${#1} -lt 6 ] || [ ${#1} -gt 1024 ]; then
    fail "the key \"keyfile\" of the Secret has ${#1} characters, and must have 6 to 1024." \
      "Make one with: openssl rand -base64 756."
  fi
}

# One key, on as many lines as it takes; or, while another one takes its place, both, each on a line after a hyphen.
keys() {
  if ! grep -q '^- ' /auth/keyfile; then
    key=$(tr -d '[:space:]' < /auth/keyfile)
    check "$key"
    printf '%s\n' "$key"
    return
  fi
  while read -r hyphen key || [ -n "$hyphen" ]; do
    if [ "$hyphen" != - ]; then fail "the key \"keyfile\" of the Secret is a list with a line that has no hyphen."; fi
    check "$key"
    printf -- '- %s\n' "$key"
  done < /auth/keyfile
}

# A Secret's files can be read by the volume's group, which the server does not accept of a key.
rm -f /keys/keyfile
keys > /keys/keyfile
chmod 0400 /keys/keyfile
