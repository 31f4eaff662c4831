#!/bin/sh
# Beside the server: lets it take up what is renewed in the Secret, for new connections. Not a part of the agent, which may
# wait for minutes for a join, and perhaps just because its certificate is too old.
set -u

run=/var/run/mysqld
told=''

say() {
  if [ "$told" != "$*" ]; then echo "$POD_NAME: $*"; fi
  told=$*
}

files() { cat /tls/ca.crt /tls/tls.crt /tls/tls.key | sha256sum; }

# As another member does: the server itself looks at no name.
verify() {
  openssl verify -CAfile /tls/ca.crt -untrusted /tls/tls.crt -verify_hostname "$(grep "^$POD_NAME\\." /state/members)" \
    /tls/tls.crt
}

# By the socket, which is open also if the server was started with files that it could not use. In its file of authorities it
# wants those too that stand between root and certificate, which everybody else finds in tls.crt.
reload() {
  cat /tls/ca.crt /tls/tls.crt > "$run/chain.crt"
  timeout 10 mysql --defaults-file="$run/root.cnf" -e "SET GLOBAL ssl_ca = '$run/chain.crt'; ALTER INSTANCE RELOAD TLS"
}

taken=$(files)
while sleep 5; do
  now=$(files)
  if [ "$now" = "$taken" ]; then
    told=''
  elif why=$(verify 2>&1) && why=$(reload 2>&1); then
    taken=$now told=''
    echo "$POD_NAME: shows new connections the renewed certificate:" \
      "$(openssl x509 -in /tls/tls.crt -noout -serial -enddate | paste -s -d ' ' -)"
  else
    say "goes on with the certificate that it has, because the renewed one cannot be used:" \
      "$(echo "$why" | grep -v ':error:' | paste -s -d ' ' -)"
  fi
done
