#!/bin/sh
# The serial numbers of the certificates that the server beside it shows, to clients and to members.
set -eu
for port in 2281 3888; do
  openssl s_client -connect "localhost:$port" < /dev/null 2> /dev/null | openssl x509 -noout -serial
done
