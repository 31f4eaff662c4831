#!/bin/sh
# Whether this controller leads, or follows a leader: the last word that the server has written about itself.
case $(tail -n 1 /opt/kafka/logs/quorum.state) in
  Leader | FollowerState) ;;
  *) exit 1 ;;
esac
