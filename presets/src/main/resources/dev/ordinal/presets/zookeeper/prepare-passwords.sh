
# A password as it stands between the quotes of a JAAS file.
password() {
  if [ ! -s "/passwords/$1" ]; then
    fail "the Secret with the passwords has no key $1." "Add it; the pod tries again by itself."
  fi
  value=$(cat "/passwords/$1")
  case $value in
    *\$\{* | *'
'*) fail "the password $1 has \${ or a line break in it, which the server reads as something else." "Use another." ;;
  esac
  printf '%s' "$value" | sed 's/[\\"]/\\&/g'
}

# A section of a JAAS file, with its options.
section() {
  printf '%s {\n  org.apache.zookeeper.server.auth.DigestLoginModule required%s;\n};\n' "$1" "$2"
}

umask 077
admin=$(password admin)
users=
for file in /passwords/*; do
  user=${file##*/}
  case $user in
    members | members-also) ;;
    *)
      secret=$(password "$user")
      users="$users
  user_$user=\"$secret\""
      ;;
  esac
done
section Server "$users" > /stores/server.jaas
section Client "
  username=\"admin\"
  password=\"$admin\"" > /stores/admin.jaas
