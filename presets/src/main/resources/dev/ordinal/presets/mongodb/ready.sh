#!/bin/sh
# Ready is who has a role in the set: the agent writes down what the server says of itself, and when it said so.
read -r at role < /run/member/role || exit 1
[ $(($(date +%s) - at)) -lt 60 ] || exit 1
[ "$role" = primary ] || [ "$role" = secondary ]
