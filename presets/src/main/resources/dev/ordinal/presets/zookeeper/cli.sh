#!/bin/sh
# The command line as admin, connected to the server beside it: sh /conf/cli.sh ls /
set -eu
# It shares the memory of the server.
export ZK_CLIENT_HEAP=64
export CLIENT_JVMFLAGS="-Djava.security.auth.login.config=/stores/admin.jaas -Dzookeeper.fips-mode=false -Dlevel=ERROR"
exec zkCli.sh -server localhost:2181 "$@"
