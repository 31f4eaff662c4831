#!/usr/bin/env node
// Stands in for mongosh: runs a script with the few global functions that the preset's scripts use. Calls wait for their
// answers, as they seem to in mongosh.
const fs = require('fs');
const vm = require('vm');
const { Worker } = require('worker_threads');

const shared = new SharedArrayBuffer(1 << 20);
const signal = new Int32Array(shared, 0, 2);
const bytes = new Uint8Array(shared, 8);
const worker = new Worker(
  `
  const net = require('net');
  const tls = require('tls');
  const { parentPort, workerData } = require('worker_threads');
  const signal = new Int32Array(workerData, 0, 2);
  const bytes = new Uint8Array(workerData, 8);
  parentPort.on('message', ({ host, port, line, secure }) => {
    let text = '';
    const begin = () => socket.write(line);
    const anyName = secure && secure.anyName ? { checkServerIdentity: () => undefined } : {};
    const socket = secure
      ? tls.connect({ host, port, ca: secure.ca, servername: host, ...anyName }, begin)
      : net.connect(port, host, begin);
    socket.setTimeout(8000, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('data', (chunk) => { text += chunk; });
    socket.on('close', () => {
      const encoded = Buffer.from(text);
      bytes.set(encoded);
      signal[1] = encoded.length;
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
  });
  `,
  { eval: true, workerData: shared });

function ask(host, port, request, secure) {
  Atomics.store(signal, 0, 0);
  worker.postMessage({ host: host, port: port, line: JSON.stringify(request) + '\n', secure: secure });
  Atomics.wait(signal, 0, 0, 10000);
  const text = Buffer.from(bytes.slice(0, signal[1])).toString();
  if (Atomics.load(signal, 0) === 0 || !text.endsWith('\n')) {
    throw new Error('connect ECONNREFUSED ' + host + ':' + port);
  }
  return JSON.parse(text);
}

// Read once for a connection, as a driver does.
function secure(options) {
  return options.get('tls') === 'true'
    ? { ca: fs.readFileSync(options.get('tlsCAFile'), 'utf8'), anyName: options.get('tlsAllowInvalidHostnames') === 'true' }
    : null;
}

function command(address, cmd) {
  const answer = ask(address.hostname, Number(address.port), {
    cmd: cmd,
    user: address.username,
    pwd: decodeURIComponent(address.password),
  }, address.secure);
  if (answer.ok !== 1) {
    throw Object.assign(new Error(answer.errmsg), { codeName: answer.codeName });
  }
  return answer;
}

// With several hosts the primary is looked for, as a driver does.
function find(uri) {
  const [, who, hosts, rest] = uri.match(/^mongodb:\/\/([^@/]*@)?([^/]+)(\/.*)$/);
  const all = hosts.split(',').map((host) => new URL('mongodb://' + (who || '') + host + rest));
  all.forEach((address) => { address.secure = secure(address.searchParams); });
  if (all.length === 1 && !rest.includes('replicaSet=')) {
    command(all[0], { hello: 1 });
    return all[0];
  }
  for (const address of all) {
    try {
      if (command(address, { hello: 1 }).isWritablePrimary) {
        return address;
      }
    } catch (e) {
      // The next one may know more.
    }
  }
  throw new Error('no primary');
}

function connect(uri) {
  const address = find(uri);
  if (address.username) {
    command(address, { usersInfo: { user: address.username } });
  }
  return { adminCommand: (cmd) => command(address, cmd), getMongo: () => ({ close: () => {} }) };
}

function value(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const context = vm.createContext({
  connect: connect,
  print: (text) => void fs.writeSync(1, text + '\n'),
  sleep: (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
  load: (file) => vm.runInContext(fs.readFileSync(file, 'utf8'), context),
  require: require,
  process: process,
});
const file = value('--file');
const result = vm.runInContext(file ? fs.readFileSync(file, 'utf8') : value('--eval'), context);
if (result !== undefined) {
  fs.writeSync(1, (typeof result === 'string' ? result : JSON.stringify(result)) + '\n');
}
process.exit(0);
