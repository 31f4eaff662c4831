// For people: load('/scripts/login.js') in mongosh --nodb signs in as root, without a password on a command line.
db = connect('mongodb://root:' + encodeURIComponent(require('fs').readFileSync('/auth/root-password', 'utf8').trim()) +
  '@' + require('fs').readFileSync('/cluster/members', 'utf8').trim().split('\n').map((line) => line.split(' ')[1]).join(',') +
  '/admin?authSource=admin&replicaSet=' + process.env.REPLICA_SET +
  (process.env.TLS === 'true' ? '&tls=true&tlsCAFile=%2Fkeys%2Fca.pem' : ''));
