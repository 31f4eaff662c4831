#!/bin/sh
# On a server that has an older dump, and knows which transactions it holds: follows a member of the cluster that the dump is of, and
# stops before a transaction.
set -eu

source=$1 mistake=$2
verify=''
if [ -e /tls/ca.crt ]; then verify=", SOURCE_SSL_CA = '/tls/ca.crt', SOURCE_SSL_VERIFY_SERVER_CERT = 1"; fi
# Accounts are not in the dump, so what was done to them is passed over; it could also shut the root of this server out.
mysql --defaults-file=/var/run/mysqld/root.cnf <<END
STOP REPLICA;
CHANGE REPLICATION FILTER REPLICATE_WILD_IGNORE_TABLE = ('mysql.%');
CHANGE REPLICATION SOURCE TO SOURCE_HOST = '$source', SOURCE_PORT = 3306, SOURCE_AUTO_POSITION = 1, SOURCE_CONNECT_RETRY = 5,
  SOURCE_SSL = 1$verify;
START REPLICA UNTIL SQL_BEFORE_GTIDS = '$mistake' USER = 'replication' PASSWORD = '$(head -n 1 /passwords/replication)';
END
