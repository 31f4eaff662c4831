#!/bin/sh
# Stands in for mongorestore: tells how it was called and what it read.
for word in "$@"; do
  echo "WORD $word"
  case $word in
    --config=*) echo "CONFIG $(cat "${word#--config=}")" ;;
  esac
done
echo "READ $(cat)"
