
# The server wants key and certificates in one file, and the key in the form that is named like this.
if ! grep -q '^-----BEGIN PRIVATE KEY-----' /tls/tls.key; then
  fail "tls.key is not in PKCS #8 form." \
    "Ask cert-manager for privateKey.encoding PKCS8, or convert the key with: openssl pkcs8 -topk8 -nocrypt."
fi
umask 077
cat /tls/tls.key /tls/tls.crt > /stores/member.pem
cat /tls/ca.crt > /stores/ca.pem
