
# Key and certificates, as the server reads them.
wrong=$(sh /conf/certificates.sh) || fail "$wrong"
