#!/usr/bin/env node
// Stands in for mongod: no database, but a replica set as seen from the command line and from its clients, so that the
// preset's scripts can be run. Heartbeats, elections by majority, initial sync, users, one change of voters at a time, TLS with
// names checked and certificates that can be changed, and second addresses (horizons) by the rules that the real one checks.
const fs = require('fs');
const net = require('net');
const os = require('os');
const tls = require('tls');
const crypto = require('crypto');

const options = fs.readFileSync(process.argv[process.argv.indexOf('--config') + 1], 'utf8');
const option = (name) => (options.match(new RegExp('^ *' + name + ': *(.*)$', 'm')) || [])[1];
const PORT = Number(option('port'));
const DISK = option('dbPath') + '/';
const SET = option('replSetName');
const KEYS = keys(secret(option('keyFile'))).map((key) => crypto.createHash('sha256').update(key).digest('hex'));
const HOST = os.hostname();
let secure = option('mode') ? atFirst() : null;
const MANAGERS = ['root', 'clusterAdmin', 'hostManager'];
const BEAT = 100;
const GONE = 1500;

const empty = { setId: null, config: null, term: 0, users: {}, docs: [] };
let data = fs.existsSync(DISK + 'data.json') ? JSON.parse(fs.readFileSync(DISK + 'data.json', 'utf8')) : empty;
let state = data.config ? 'SECONDARY' : 'EMPTY';
let frozenUntil = 0;
let syncUntil = 0;
const peers = {};

function secret(file) {
  const mode = fs.statSync(file).mode & 0o777;
  if (mode !== 0o400 || fs.statSync(file).uid !== process.getuid()) {
    console.log('permissions on ' + file + ' are too open');
    process.exit(1);
  }
  return fs.readFileSync(file, 'utf8');
}

// One key, or a list.
function keys(text) {
  const list = text.split('\n').filter((line) => line.startsWith('- '));
  return list.length > 0 ? list.map((line) => line.slice(2)) : [text.replace(/\s/g, '')];
}

// Key and certificate are in one file, and belong to each other.
function certificates() {
  const pem = fs.readFileSync(option('certificateKeyFile'), 'utf8');
  const own = new crypto.X509Certificate(pem);
  if (!own.checkPrivateKey(crypto.createPrivateKey(pem))) {
    throw new Error('the key in ' + option('certificateKeyFile') + ' is not that of the certificate');
  } else if (Date.now() < Date.parse(own.validFrom) || Date.now() > Date.parse(own.validTo)) {
    throw new Error('The provided SSL certificate is expired or not yet valid.');
  }
  console.log('TLS ' + option('mode') + ' ' + own.subjectAltName);
  return { key: pem, cert: pem, ca: fs.readFileSync(option('CAFile'), 'utf8') };
}

function atFirst() {
  try {
    return certificates();
  } catch (e) {
    console.log(e.message);
    return process.exit(1);
  }
}

function save() {
  fs.writeFileSync(DISK + 'data.json.new', JSON.stringify(data));
  fs.renameSync(DISK + 'data.json.new', DISK + 'data.json');
}

const mine = (config) => (config ? config.members.find((m) => m.host.startsWith(HOST + '.')) : undefined);
const voters = (config) => config.members.filter((m) => m.votes !== 0);
const newer = (one, other) => one && (!other || one.term * 1e6 + one.version > other.term * 1e6 + other.version);
const fresh = (peer) => peer && Date.now() - peer.at < GONE;
const majority = (config) => Math.floor(voters(config).length / 2) + 1;

function role() {
  if (!data.config) {
    return 'EMPTY';
  }
  return mine(data.config) ? state : 'REMOVED';
}

function adopt(config, setId) {
  if (!newer(config, data.config) || (data.setId && data.setId !== setId)) {
    return;
  }
  if (!data.config && mine(config)) {
    state = 'STARTUP2';
    syncUntil = Date.now() + 1500;
    console.log('SYNC begins');
  }
  if (data.config || mine(config)) {
    data.config = config;
    data.setId = setId;
    save();
  }
}

function send(host, message, done) {
  const [name, port] = host.split(':');
  const begin = () => socket.write(JSON.stringify(message) + '\n');
  const socket = secure
    ? tls.connect({ ...secure, port: Number(port), host: name, servername: name }, begin)
    : net.connect(Number(port), name, begin);
  let text = '';
  socket.setTimeout(1000, () => socket.destroy());
  socket.on('error', () => {});
  socket.on('data', (chunk) => { text += chunk; });
  socket.on('close', () => { if (text.endsWith('\n')) { done(JSON.parse(text)); } });
}

function beat() {
  const config = data.config;
  if (config) {
    for (const member of config.members.filter((m) => m !== mine(config))) {
      const ask = { keys: KEYS, beat: { setId: data.setId, config: config, docs: data.docs.length, pull: role() !== 'PRIMARY' } };
      send(member.host, ask, (answer) => heard(member, answer));
    }
    evaluate();
  }
}

function heard(member, answer) {
  if (answer.setId && answer.setId === data.setId) {
    peers[member._id] = { at: Date.now(), role: answer.role, term: answer.term, docs: answer.docs, applied: answer.applied };
    adopt(answer.config, answer.setId);
    if (answer.role === 'PRIMARY' && answer.term >= data.term && role() !== 'REMOVED' && Date.now() >= syncUntil) {
      if (state === 'PRIMARY' && answer.term > data.term) {
        state = 'SECONDARY';
      }
      // Who led when it asked has asked for no data.
      if (state !== 'PRIMARY' && answer.all) {
        data.term = answer.term;
        data.users = answer.users;
        data.docs = answer.all;
        if (state === 'STARTUP2') {
          state = 'SECONDARY';
          console.log('SYNC ends');
        }
        save();
      }
    }
  }
}

function evaluate() {
  const me = mine(data.config);
  if (!me || state === 'STARTUP2') {
    return;
  }
  const up = voters(data.config).filter((m) => m === me || fresh(peers[m._id]));
  if (state === 'PRIMARY') {
    if (up.length < majority(data.config)) {
      state = 'SECONDARY';
    }
    return;
  }
  const led = Object.values(peers).some((peer) => fresh(peer) && peer.role === 'PRIMARY');
  const able = up.filter((m) => m.priority !== 0 && (m === me || peers[m._id].role === 'SECONDARY'));
  const size = (m) => (m === me ? data.docs.length : peers[m._id].docs);
  able.sort((one, other) => size(other) - size(one) || one._id - other._id);
  if (!led && me.votes !== 0 && up.length >= majority(data.config) && Date.now() > frozenUntil && able[0] === me) {
    state = 'PRIMARY';
    data.term = Math.max(data.term, ...Object.values(peers).map((peer) => peer.term || 0)) + 1;
    save();
    console.log('PRIMARY of term ' + data.term);
  }
}

const fail = (codeName, errmsg) => ({ ok: 0, codeName: codeName, errmsg: errmsg });

function allowed(request, name, local) {
  const users = Object.keys(data.users).length;
  if (name === 'hello') {
    return null;
  } else if (request.user) {
    const user = data.users[request.user];
    if (user === undefined || user.pwd !== request.pwd) {
      return fail('AuthenticationFailed', 'Authentication failed.');
    }
    const may = name !== 'rotateCertificates' || user.roles.some((role) => MANAGERS.includes(role));
    return may ? null : fail('Unauthorized', 'not authorized on admin to execute command { rotateCertificates: 1 }');
  }
  const first = ['replSetInitiate', 'createUser'].includes(name);
  return users === 0 && local && first ? null : fail('Unauthorized', 'Command ' + name + ' requires authentication');
}

function fault(name) {
  const file = DISK + 'fault-' + name;
  if (!fs.existsSync(file)) {
    return null;
  }
  const [first, ...rest] = fs.readFileSync(file, 'utf8').trim().split('\n');
  const [codeName, message] = first.split(': ');
  if (rest.length > 0) {
    fs.writeFileSync(file, rest.join('\n'));
  } else {
    fs.rmSync(file);
  }
  return fail(codeName, message);
}

// Who greets by a name outside is told names outside.
function address(member, greeted) {
  const horizons = mine(data.config).horizons || {};
  const horizon = Object.keys(horizons).find((name) => horizons[name].split(':')[0] === greeted);
  return horizon ? member.horizons[horizon] : member.host;
}

function wrong(config) {
  const names = (member) => Object.keys(member.horizons || {}).sort().join();
  const all = config.members.flatMap((member) => [member.host, ...Object.values(member.horizons || {})]);
  if (config.members.some((member) => names(member) !== names(config.members[0]))) {
    return 'Saw a replica set member with a different horizon mapping than the others';
  } else if (new Set(all).size < all.length) {
    return 'hostnames are not unique across all horizons and host specifications';
  } else if (all.some((host) => /^[0-9.]+(\/\d+)?(:|$)/.test(host))) {
    return 'Found split horizon configuration using IP address, which is disallowed';
  }
  return null;
}

const commands = {
  hello: (wanted, command, greeted) => ({
    ok: 1,
    ...(role() === 'EMPTY' || role() === 'REMOVED' ? {} : { hosts: data.config.members.map((m) => address(m, greeted)) }),
    isWritablePrimary: role() === 'PRIMARY',
    secondary: role() === 'SECONDARY',
    ...(['PRIMARY', 'SECONDARY', 'STARTUP2'].includes(role()) ? { setName: SET } : { isreplicaset: true }),
  }),
  replSetInitiate: (wanted) => {
    if (data.config) {
      return fail('AlreadyInitialized', 'already initialized');
    } else if (wrong(wanted)) {
      return fail('BadValue', wrong(wanted));
    }
    data.setId = crypto.randomUUID();
    data.config = { _id: wanted._id, version: 1, term: 1, members: wanted.members.map(filled) };
    state = 'SECONDARY';
    save();
    return { ok: 1 };
  },
  replSetGetConfig: () => ({ ok: 1, config: data.config }),
  replSetGetStatus: () => ({ ok: 1, members: data.config.members.map(seen) }),
  replSetReconfig: (config) => {
    if (role() !== 'PRIMARY') {
      return fail('NotWritablePrimary', 'not the primary');
    } else if (config.version <= data.config.version) {
      return fail('NewReplicaSetConfigurationIncompatible', 'version must be higher');
    } else if (votersChanged(data.config, config) > 1) {
      return fail('InvalidReplicaSetConfig', 'more than one voter changed');
    } else if (wrong(config)) {
      return fail('BadValue', wrong(config));
    }
    data.config = { ...config, term: data.term, members: config.members.map(filled) };
    save();
    return { ok: 1 };
  },
  replSetStepDown: (seconds) => {
    state = 'SECONDARY';
    frozenUntil = Date.now() + seconds * 1000;
    return { ok: 1 };
  },
  usersInfo: (wanted) => ({ ok: 1, users: data.users[wanted.user] ? [{ user: wanted.user }] : [] }),
  createUser: (name, command) => (data.users[name] ? fail('Location51003', 'exists') : setUser(name, command)),
  updateUser: (name, command) => setUser(name, command),
  insert: (collection, command) =>
    role() === 'PRIMARY' ? { ok: 1, at: data.docs.push(...command.documents) } : fail('NotWritablePrimary', 'not primary'),
  drop: () => {
    data.docs = [];
    return { ok: 1 };
  },
  find: (collection) => ({ ok: 1, cursor: { firstBatch: collection === 'system.users' ? [data.users] : data.docs } }),
  // Where users are dropped, those that the other side does not know are gone.
  _mergeAuthzCollections: (one, command) => {
    data.users = { ...(command.drop ? {} : data.users), ...command.users };
    save();
    return { ok: 1 };
  },
  // Whoever is connected stays so, with what was shown at the beginning.
  rotateCertificates: () => {
    try {
      secure = certificates();
      server.setSecureContext(secure);
    } catch (e) {
      return fail('InvalidSSLConfiguration', e.message);
    }
    console.log('Successfully rotated X509 certificates.');
    return { ok: 1 };
  },
  getParameter: () => ({ ok: 1, featureCompatibilityVersion: { version: data.feature || '8.0' } }),
  setFeatureCompatibilityVersion: (version) => {
    data.feature = version;
    save();
    return { ok: 1 };
  },
};

function setUser(name, command) {
  if (role() !== 'PRIMARY') {
    return fail('NotWritablePrimary', 'not the primary');
  }
  const roles = command.roles ? command.roles.map((role) => role.role) : data.users[name].roles;
  data.users[name] = { pwd: command.pwd, roles: roles };
  save();
  return { ok: 1 };
}

const filled = (member) => ({ votes: 1, priority: 1, ...member });

function seen(member) {
  const self = member === mine(data.config);
  const peer = peers[member._id];
  const up = self || fresh(peer);
  return { _id: member._id, name: member.host, health: up ? 1 : 0, stateStr: self ? state : up ? peer.role : 'DOWN' };
}

function votersChanged(before, after) {
  const ids = (config) => new Set(voters(config).map((m) => m._id));
  const [one, other] = [ids(before), ids({ members: after.members.map(filled) })];
  return [...one].filter((id) => !other.has(id)).length + [...other].filter((id) => !one.has(id)).length;
}

// A write counts once a majority of the voters has it.
function whenSafe(at, reply, left) {
  const have = voters(data.config).filter((m) => m === mine(data.config) || (fresh(peers[m._id]) && peers[m._id].docs >= at));
  if (state !== 'PRIMARY' || left === 0) {
    return reply(fail('WriteConcernFailed', 'not known to a majority'));
  } else if (have.length >= majority(data.config)) {
    save();
    return reply({ ok: 1 });
  }
  return setTimeout(() => whenSafe(at, reply, left - 1), 50);
}

function answer(request, local, greeted, reply) {
  if (request.beat) {
    if (!request.keys.some((key) => KEYS.includes(key))) {
      return reply({});
    }
    adopt(request.beat.config, request.beat.setId);
    const all = role() === 'PRIMARY' && request.beat.pull ? { users: data.users, all: data.docs } : {};
    return reply({ setId: data.setId, config: data.config, role: role(), term: data.term, docs: data.docs.length, ...all });
  }
  const name = Object.keys(request.cmd)[0];
  if (name !== 'hello' && !name.startsWith('replSetGet')) {
    console.log('CALL ' + name);
  }
  const result = allowed(request, name, local) || fault(name) || commands[name](request.cmd[name], request.cmd, greeted);
  return name === 'insert' && result.ok ? whenSafe(result.at, reply, 100) : reply(result);
}

// A client needs no certificate, but one that it shows must be of a known authority.
const stranger = (socket) => secure && socket.getPeerCertificate().raw !== undefined && !socket.authorized;
const serve = (socket) => {
  let text = '';
  socket.on('error', () => {});
  if (stranger(socket)) {
    socket.destroy();
    return;
  }
  socket.on('data', (chunk) => {
    text += chunk;
    if (text.endsWith('\n')) {
      const local = socket.remoteAddress.endsWith('127.0.0.1') || socket.remoteAddress === '::1';
      answer(JSON.parse(text), local, socket.servername, (result) => socket.end(JSON.stringify(result) + '\n'));
    }
  });
};
const server = secure
  ? tls.createServer({ ...secure, requestCert: true, rejectUnauthorized: false }, serve)
  : net.createServer(serve);
server.listen(PORT, () => console.log('waiting for connections'));
setInterval(beat, BEAT);
process.on('SIGTERM', () => { save(); process.exit(0); });
