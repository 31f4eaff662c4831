#!/usr/bin/env node
// Stands in for mongodump and mongorestore in pods: documents and users as one packed line, through the stand-in for mongosh.
// As the real one does, a restore replaces the users after the documents unless they are excluded. Where a file "fault-half" lies
// beside the archive, it loses its second half, as when a node dies.
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const { execFileSync } = require('child_process');

const options = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, '').split(/=(.*)/s)));
console.log('WORDS ' + process.argv.slice(2).join(' '));
const password = fs.readFileSync(options.config, 'utf8').match(/^password: '(.*)'$/m)[1].replaceAll("''", "'");
const [set, hosts] = options.host.split('/');
const secure = 'ssl' in options ? '&tls=true&tlsCAFile=' + encodeURIComponent(options.sslCAFile) : '';

function ask(host, script) {
  const uri = 'mongodb://' + options.username + ':' + encodeURIComponent(password) + '@' + host
    + '/admin?directConnection=true&authSource=' + options.authenticationDatabase + secure;
  const line = 'const db = connect(' + JSON.stringify(uri) + '); ' + script;
  return execFileSync('mongosh', ['--nodb', '--quiet', '--eval', line], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function member(role) {
  for (const host of hosts.split(',')) {
    try {
      const hello = JSON.parse(ask(host, 'db.adminCommand({hello: 1})'));
      if (hello[role] && hello.setName === set) {
        return host;
      }
    } catch (e) {
      // The next one may be there.
    }
  }
  console.error('Failed: no reachable servers');
  process.exit(1);
}

if (path.basename(process.argv[1]) === 'mongodump') {
  const from = options.readPreference === 'secondaryPreferred' ? 'secondary' : 'isWritablePrimary';
  fs.writeFileSync(options.archive, '');
  const all = (collection) => 'db.adminCommand({find: "' + collection + '"}).cursor.firstBatch';
  const packed = zlib.gzipSync(ask(member(from), '({documents: ' + all('things') + ', users: ' + all('system.users') + '[0]})'));
  const half = fs.existsSync(path.dirname(options.archive) + '/fault-half');
  fs.writeFileSync(options.archive, half ? packed.subarray(0, packed.length / 2) : packed);
} else {
  const { documents, users } = JSON.parse(zlib.gunzipSync(fs.readFileSync(0)));
  const primary = member('isWritablePrimary');
  const insert = { insert: 'things', documents: documents, writeConcern: { w: 'majority' } };
  ask(primary, ('drop' in options ? 'db.adminCommand({drop: "things"}); ' : '') + 'db.adminCommand(' + JSON.stringify(insert) + ')');
  if (!process.argv.includes('--nsExclude=admin.system.users')) {
    ask(primary, 'db.adminCommand(' + JSON.stringify({ _mergeAuthzCollections: 1, users: users, drop: 'drop' in options }) + ')');
  }
}
