
# The server wants key and certificate in one file.
rm -f /keys/member.pem /keys/ca.pem
cat /tls/tls.key /tls/tls.crt > /keys/member.pem
cat /tls/ca.crt > /keys/ca.pem
chmod 0400 /keys/member.pem
