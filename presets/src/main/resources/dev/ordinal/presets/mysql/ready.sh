#!/bin/sh
# Whether this member may have clients, by its own view.
set -eu
[ "$(mysql --defaults-file=/var/run/mysqld/agent.cnf --batch --skip-column-names < /conf/ready.sql)" = 1 ]
