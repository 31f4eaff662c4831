// Runs in mongosh beside one mongod: begins the set once, lets members in and out, hands over before a stop, and writes
// down the member's role for its probe. Plain loops only: mongosh cannot wait for the server inside a callback.
const fs = require('fs');

const SET = process.env.REPLICA_SET;
const POD = process.env.POD_NAME;
const TLS = process.env.TLS === 'true' ? '&tls=true&tlsCAFile=%2Fkeys%2Fca.pem' : '';
const HERE = 'localhost:27017';
const USERS = (process.env.USERS || '').split(' ').filter((name) => name !== '');
const ROLES = {
  monitor: [{ role: 'clusterMonitor', db: 'admin' }, { role: 'read', db: 'local' }],
  backup: [{ role: 'backup', db: 'admin' }],
};
const MARKER = '/state/member';
const RUN = '/run/member/';
const PAUSE_MS = 2000;
// A server that is only just starting may not yet know that it has a set; an answer counts after several times.
const QUIET_ROUNDS = 5;

let local = null;
let admin = null;
// The passwords that the server has, as far as this agent knows.
let told = {};
let quiet = 0;
let said = '';

function say(line) {
  if (line !== said) {
    print(new Date().toISOString() + ' ' + POD + ': ' + line);
    said = line;
  }
}

function exists(file) {
  return fs.existsSync(file);
}

function read(file) {
  return fs.readFileSync(file, 'utf8').trim();
}

function password(user) {
  return read('/auth/' + user + '-password');
}

// What is wanted, read anew each time: the kubelet brings changes of these files while the pod runs.
function wanted() {
  const members = [];
  for (const line of read('/cluster/members').split('\n')) {
    const [id, host, votes, outside] = line.split(' ');
    const member = { _id: Number(id), host: host, votes: Number(votes), priority: Number(votes) };
    if (outside) {
      member.horizons = { outside: outside };
    }
    members.push(member);
  }
  return members;
}

function sealed() {
  return read('/cluster/phase') === 'SEALED';
}

function open(host, who) {
  const options = 'directConnection=true&serverSelectionTimeoutMS=3000&connectTimeoutMS=3000&authSource=admin';
  // No certificate need name this pod's own loopback.
  const own = TLS !== '' && host === HERE ? '&tlsAllowInvalidHostnames=true' : '';
  return connect('mongodb://' + (who || '') + host + '/admin?' + options + TLS + own);
}

// With the password in the Secret, or with the one that was there before: the primary's agent has yet to tell the server.
function openAsRoot() {
  const now = password('root');
  try {
    return openWith(now);
  } catch (e) {
    if (told.root === undefined || told.root === now) {
      throw e;
    }
    return openWith(told.root);
  }
}

function openWith(secret) {
  const server = open(HERE, 'root:' + encodeURIComponent(secret) + '@');
  told.root = secret;
  return server;
}

// The one in the Secret, as soon as it opens the door here as well.
function learnRoot() {
  const now = password('root');
  if (now !== told.root) {
    try {
      close(openWith(now));
    } catch (e) {
      // The agent of the primary has yet to tell the server.
    }
  }
}

function close(connection) {
  if (connection !== null) {
    try {
      connection.getMongo().close();
    } catch (e) {
      // It is of no use any more, whatever it says.
    }
  }
}

function hello() {
  try {
    if (local === null) {
      local = open(HERE);
    }
    return local.adminCommand({ hello: 1 });
  } catch (e) {
    close(local);
    local = null;
    forget();
    return null;
  }
}

function forget() {
  close(admin);
  admin = null;
}

// What another member says of itself; null if it does not answer.
function helloOf(host) {
  let peer = null;
  try {
    peer = open(host);
    return peer.adminCommand({ hello: 1 });
  } catch (e) {
    return null;
  } finally {
    close(peer);
  }
}

function roleIn(answer) {
  if (answer === null) {
    return 'down';
  }
  if (answer.isWritablePrimary) {
    return 'primary';
  }
  if (answer.secondary) {
    return 'secondary';
  }
  return answer.setName ? 'syncing' : 'waiting';
}

function writeRole(role) {
  fs.writeFileSync(RUN + 'role.new', Math.floor(Date.now() / 1000) + ' ' + role + '\n');
  fs.renameSync(RUN + 'role.new', RUN + 'role');
  const belongs = role === 'primary' || role === 'secondary';
  if (belongs && !exists(MARKER)) {
    fs.writeFileSync(MARKER + '.new', POD + '\n');
    fs.renameSync(MARKER + '.new', MARKER);
  }
}

// This member knows no set. It begins one only if nobody else can know one either.
function begin() {
  const members = wanted();
  const me = members.find((member) => member.host.startsWith(POD + '.'));
  let strangers = 0;
  for (const member of members) {
    if (me && member._id === me._id) {
      continue;
    }
    const answer = helloOf(member.host);
    if (answer === null) {
      quiet = 0;
      return say('knows no set; waits for an answer of ' + member.host);
    }
    if (answer.setName) {
      quiet = 0;
      return say('knows no set; ' + member.host + ' does: waits to be let in');
    }
    strangers += 1;
  }
  if (exists(MARKER)) {
    return say('its disk belongs to a set of which no member remains; restore a backup, or bind the right volumes');
  }
  if (sealed()) {
    return say('all disks are empty although the set is sealed: restore a backup after rendering it unsealed');
  }
  if (me === undefined || me._id !== members[0]._id) {
    return say('knows no set; ' + members[0].host + ' will begin it');
  }
  quiet += 1;
  if (quiet < QUIET_ROUNDS && strangers > 0) {
    return say('nobody knows a set; looks again');
  }
  return initiate(me);
}

function initiate(me) {
  try {
    local.adminCommand({ replSetInitiate: { _id: SET, members: [me] } });
    say('began the set ' + SET);
  } catch (e) {
    if (e.codeName === 'AlreadyInitialized') {
      return say('the set was begun before');
    }
    say('cannot begin the set: ' + e.message);
  }
}

function signedIn() {
  if (admin !== null) {
    return true;
  }
  try {
    admin = openAsRoot();
    admin.adminCommand({ replSetGetStatus: 1 });
    return true;
  } catch (e) {
    forget();
    return createRoot(e);
  }
}

// Allowed without a password from inside the pod, and only while there is no user at all.
function createRoot(cause) {
  try {
    local.adminCommand({ createUser: 'root', pwd: password('root'), roles: [{ role: 'root', db: 'admin' }] });
    say('made the user root');
  } catch (e) {
    say('cannot sign in as root: ' + cause.message + '; is root-password of the Secret the one that the set has?');
  }
  return false;
}

// Root and those that the manifest asks for, with the passwords that the Secret has now.
function ensureUsers() {
  for (const user of ['root'].concat(USERS)) {
    const secret = password(user);
    if (told[user] !== secret) {
      ensureUser(user, secret);
      told[user] = secret;
    }
  }
}

function ensureUser(user, secret) {
  const known = admin.adminCommand({ usersInfo: { user: user, db: 'admin' } }).users.length > 0;
  const command = known ? { updateUser: user } : { createUser: user };
  admin.adminCommand(Object.assign(command, { pwd: secret }, user === 'root' ? {} : { roles: ROLES[user] }));
  say((known ? 'renewed' : 'made') + ' the user ' + user);
}

function same(one, other) {
  return JSON.stringify(one || {}) === JSON.stringify(other || {});
}

// The next single step from the configuration as it is to the one that is wanted; null if there is none. The server
// accepts one change of voters at a time.
function nextStep(config, status, members) {
  const states = {};
  for (const member of status.members) {
    states[member._id] = member.health === 1 ? member.stateStr : 'DOWN';
  }
  for (const present of config.members) {
    const want = members.find((member) => member._id === present._id);
    if (want === undefined) {
      return { what: 'lets go of ' + present.host, leaves: present, members: without(config, present) };
    }
    if (want.host !== present.host) {
      return { what: 'keeps ' + present.host + ', which the manifest calls ' + want.host, stuck: true };
    }
    if (want.votes === 0 && present.votes === 1) {
      return { what: 'takes the vote of ' + present.host, leaves: present, members: voting(config, present, 0) };
    }
    if (want.votes === 1 && present.votes === 0 && states[present._id] === 'SECONDARY') {
      return { what: 'gives a vote to ' + present.host, members: voting(config, present, 1) };
    }
    if (!same(want.horizons, present.horizons)) {
      return { what: 'tells how members are called outside', members: named(config, members) };
    }
  }
  for (const want of members) {
    const present = config.members.find((member) => member._id === want._id);
    if (present !== undefined && present.votes < want.votes && states[want._id] !== 'DOWN') {
      return { what: 'waits until ' + want.host + ' has the data', stuck: true };
    }
    if (present === undefined) {
      return joins(config, want);
    }
  }
  return null;
}

// A new member has no vote until it has the data.
function joins(config, want) {
  const answer = helloOf(want.host);
  if (answer === null) {
    return { what: 'waits for ' + want.host, stuck: true };
  }
  if (answer.setName && answer.setName !== SET) {
    return { what: 'refuses ' + want.host + ', which belongs to the set ' + answer.setName, stuck: true };
  }
  const guest = Object.assign({}, want, { votes: 0, priority: 0 });
  return { what: 'lets in ' + want.host, members: config.members.concat([guest]) };
}

function without(config, gone) {
  return config.members.filter((member) => member._id !== gone._id);
}

function voting(config, changed, votes) {
  return config.members.map((member) =>
    member._id === changed._id ? Object.assign({}, member, { votes: votes, priority: votes }) : member);
}

// The server wants such names of all members or of none.
function named(config, members) {
  return config.members.map((member) => {
    const renamed = Object.assign({}, member);
    delete renamed.horizons;
    const want = members.find((other) => other._id === member._id);
    return want !== undefined && want.horizons ? Object.assign(renamed, { horizons: want.horizons }) : renamed;
  });
}

function lead() {
  if (!signedIn()) {
    return;
  }
  ensureUsers();
  const config = admin.adminCommand({ replSetGetConfig: 1 }).config;
  const status = admin.adminCommand({ replSetGetStatus: 1 });
  const step = nextStep(config, status, wanted());
  if (step === null) {
    return say('leads ' + config.members.length + ' members');
  }
  say(step.what);
  if (step.stuck) {
    return;
  }
  if (step.leaves && step.leaves.host.startsWith(POD + '.')) {
    return handOver();
  }
  const next = Object.assign({}, config, { members: step.members, version: config.version + 1 });
  admin.adminCommand({ replSetReconfig: next });
}

// Only where another member can take over at once; otherwise the last one just ends.
function handOver() {
  if (!signedIn()) {
    return;
  }
  const config = admin.adminCommand({ replSetGetConfig: 1 }).config;
  const status = admin.adminCommand({ replSetGetStatus: 1 });
  const heir = status.members.find((member) => {
    const known = config.members.find((other) => other._id === member._id);
    return member.health === 1 && member.stateStr === 'SECONDARY' && known !== undefined && known.priority > 0;
  });
  if (heir === undefined) {
    fs.writeFileSync(RUN + 'last', '');
    return say('nobody can take over');
  }
  say('hands over');
  admin.adminCommand({ replSetStepDown: 60, secondaryCatchUpPeriodSecs: 20 });
}

function tick() {
  if (told.root === undefined) {
    told.root = password('root');
  }
  const answer = hello();
  const role = roleIn(answer);
  writeRole(role);
  if (role !== 'primary') {
    // Who leads may tell the server other ones meanwhile.
    told = { root: told.root };
    forget();
  }
  if (role === 'down') {
    // The server has ended, so whoever asked for it has got it; the next one starts afresh.
    fs.rmSync(RUN + 'stopping', { force: true });
    fs.rmSync(RUN + 'last', { force: true });
  } else if (role === 'waiting') {
    begin();
  } else if (role === 'secondary') {
    learnRoot();
  } else if (role === 'primary') {
    if (exists(RUN + 'stopping')) {
      handOver();
    } else {
      lead();
    }
  }
}
