
# The server wants key and certificate in one file; the key need not end its last line.
rm -f /keys/member.pem /keys/ca.pem
for part in tls.key tls.crt ca.crt; do
  [ -s "/tls/$part" ] || fail "the Secret of the certificates has no key $part."
done
{
  cat /tls/tls.key
  echo
  cat /tls/tls.crt
} > /keys/member.pem
cat /tls/ca.crt > /keys/ca.pem
chmod 0400 /keys/member.pem
