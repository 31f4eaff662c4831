#!/bin/sh
# Makes of the Secret the files that the server reads, unless they are as it is. Of a Secret that the server could not use it
# says what is wrong, and leaves the files as they are.
set -eu
umask 077
# The server looks at all that happens in the folder of its files.
new=/stores/new

refuse() {
  printf '%s\n' "$*"
  exit 1
}

# All of them, and at least one.
certificates_in() {
  openssl x509 -in "$1" -noout 2> /dev/null && openssl crl2pkcs7 -nocrl -certfile "$1" 2> /dev/null
}

# When one of its files is new, the server reads all of them, in several steps: had another one changed meanwhile, it could
# end with the old certificate, or with a key of another one. So one change at a time.
take() {
  if cmp -s "$new/$1" "/stores/$1"; then return; fi
  if [ -e "/stores/$1" ]; then sleep 5; fi
  mv "$new/$1" "/stores/$1"
}

mkdir -p "$new"
for part in tls.key tls.crt ca.crt; do
  if [ ! -s "/tls/$part" ]; then refuse "the Secret with the certificate has no key $part."; fi
done
# The server wants key and certificates in one file, and a key need not end its last line.
{
  cat /tls/tls.key
  echo
  cat /tls/tls.crt
} > "$new/member.pem"
cat /tls/ca.crt > "$new/ca.pem"
if cmp -s "$new/member.pem" /stores/member.pem && cmp -s "$new/ca.pem" /stores/ca.pem; then exit 0; fi

command -v openssl > /dev/null || refuse "the image has no openssl, with which certificates are checked."
# Its name tells the form.
if ! grep -q '^-----BEGIN PRIVATE KEY-----' "$new/member.pem"; then
  refuse "tls.key is not in PKCS #8 form." \
    "Ask cert-manager for privateKey.encoding PKCS8, or convert the key with: openssl pkcs8 -topk8 -nocrypt."
fi
key=$(openssl pkey -in "$new/member.pem" -pubout 2> /dev/null) || refuse "tls.key cannot be read."
certificates_in "$new/member.pem" > /dev/null || refuse "tls.crt cannot be read."
if [ "$key" != "$(openssl x509 -in "$new/member.pem" -noout -pubkey)" ]; then
  refuse "tls.key is not the key of tls.crt."
fi
case $(openssl x509 -in "$new/member.pem" -noout -text | sed -n 's/^ *Public Key Algorithm: //p') in
  rsaEncryption | id-ecPublicKey) ;;
  *) refuse "tls.key is neither an RSA nor an ECDSA key, and the server reads no others." ;;
esac
authorities=$(certificates_in "$new/ca.pem") || refuse "ca.crt cannot be read."
twice=$(echo "$authorities" | openssl pkcs7 -print_certs -noout | sed -n 's/^subject=//p' | sort | uniq -d)
if [ -n "$twice" ]; then
  refuse "ca.crt has two authorities with the name $twice, and the server would know the last one only." \
    "Give the new one another name."
fi
# Whom the image trusts does not matter.
verdict=$(SSL_CERT_DIR=$new openssl verify -partial_chain -CAfile "$new/ca.pem" -untrusted "$new/member.pem" \
  "$new/member.pem" 2>&1) || refuse "tls.crt is not good by ca.crt:$(echo "$verdict" | sed -n 's/^error .* lookup://p')."

take ca.pem
take member.pem
echo "$(openssl x509 -in /stores/member.pem -noout -serial), $(openssl x509 -in /stores/member.pem -noout -enddate)"
