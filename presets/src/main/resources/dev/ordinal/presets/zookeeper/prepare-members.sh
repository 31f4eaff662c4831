
# The name that goes with a password, so that two passwords are good while members roll from one to the other.
name_of() {
  printf '%s' "$1" | sha256sum | cut -c 1-8
}

mine=$(password members)
name=$(name_of "$mine")
accepted="
  user_$name=\"$mine\""
if [ -e /passwords/members-also ]; then
  also=$(password members-also)
  accepted="$accepted
  user_$(name_of "$also")=\"$also\""
fi
section QuorumServer "$accepted" >> /stores/server.jaas
section QuorumLearner "
  username=\"$name\"
  password=\"$mine\"" >> /stores/server.jaas
