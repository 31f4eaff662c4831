#!/bin/sh
# Makes a user, or gives one a new password, and prints what the client must be told: sh add-user.sh payments
set -eu
user=$1
password=$(head -c 24 /dev/urandom | base64)
file=/tmp/add-user-$$
umask 077
trap 'rm -f "$file"' EXIT
echo "SCRAM-SHA-512=password=$password" > "$file"
# In a file, because everybody in the pod can read the words of a command.
sh /etc/kafka/admin/kafka.sh configs --alter --entity-type users --entity-name "$user" --add-config-file "$file" > "$file.log" || {
  cat "$file.log" >&2
  rm -f "$file.log"
  exit 1
}
rm -f "$file.log"
cat << END
security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="$user" password="$password";
ssl.truststore.type=PEM
END
