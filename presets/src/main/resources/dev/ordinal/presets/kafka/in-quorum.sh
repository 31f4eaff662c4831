#!/bin/sh
# Whether this controller leads a majority, or follows such a leader: the last word that the server has written of itself.
test "$(tail -n 1 /opt/kafka/logs/quorum.state)" = InQuorum
