
// With TLS: makes the server take up what is renewed in the Secret of the certificates while it goes on. What does not fit is
// left where it is, and what the server refuses is put back, so that its next start finds files that work.
const { X509Certificate, createPrivateKey } = require('crypto');
const KEYS = '/keys/';
const IN_USE = ['member.pem', 'ca.pem'];
const AGAIN_MS = 60000;

let seen = '';
let refused = '';
let reason = '';
let again = 0;

function whole(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (e) {
    return '';
  }
}

function replace(file, text) {
  fs.rmSync(file + '.new', { force: true });
  fs.writeFileSync(file + '.new', text, { mode: 0o400 });
  fs.renameSync(file + '.new', file);
}

function putBack() {
  for (const name of IN_USE) {
    if (exists(KEYS + name + '.old')) {
      fs.renameSync(KEYS + name + '.old', KEYS + name);
    }
  }
}

function certificates(name, text) {
  const blocks = text.split(/(?=-----BEGIN )/).filter((block) => block.startsWith('-----BEGIN '));
  try {
    return (blocks.length > 0 ? blocks : [text]).map((block) => new X509Certificate(block));
  } catch (e) {
    throw new Error(name + ' cannot be read as certificates');
  }
}

function privateKey(text) {
  try {
    return createPrivateKey(text);
  } catch (e) {
    throw new Error('tls.key cannot be read as a key');
  }
}

// By one of the authorities, or over some of those that came with it.
function isTrusted(certificate, between, authorities) {
  const signs = (other) => certificate.checkIssued(other) && certificate.verify(other.publicKey);
  return authorities.some(signs) || between.some((other) =>
    signs(other) && isTrusted(other, between.filter((one) => one !== other), authorities));
}

// What would cut this member off from the others or from its clients; the certificate if there is nothing.
function checked(secret) {
  for (const name of Object.keys(secret)) {
    if (secret[name].trim() === '') {
      throw new Error('the Secret of the certificates has no key ' + name);
    }
  }
  const [own, ...between] = certificates('tls.crt', secret['tls.crt']);
  const authorities = certificates('ca.crt', secret['ca.crt']);
  if (!own.checkPrivateKey(privateKey(secret['tls.key']))) {
    throw new Error('tls.key is not the key of tls.crt');
  }
  if (!isTrusted(own, between, authorities)) {
    throw new Error('tls.crt is not of an authority in ca.crt');
  }
  if (Date.now() < Date.parse(own.validFrom) || Date.now() > Date.parse(own.validTo)) {
    throw new Error('tls.crt is good from ' + own.validFrom + ' to ' + own.validTo + ' only');
  }
  const me = wanted().find((member) => member.host.startsWith(POD + '.'));
  for (const address of me === undefined ? [] : [me.host].concat(Object.values(me.horizons || {}))) {
    if (own.checkHost(address.split(':')[0]) === undefined) {
      throw new Error('tls.crt is not good for ' + address.split(':')[0]);
    }
  }
  return own.serialNumber + ', good until ' + own.validTo + ', and authorities: ' + authorities.length;
}

function takeUp(files) {
  // Signs in before the files change: until the server has taken them up, only the authority of now knows it.
  const server = openAsRoot();
  try {
    for (const name of IN_USE) {
      replace(KEYS + name + '.old', whole(KEYS + name));
    }
    for (const name of IN_USE) {
      replace(KEYS + name, files[name]);
    }
    server.adminCommand({ rotateCertificates: 1 });
    for (const name of IN_USE) {
      fs.rmSync(KEYS + name + '.old');
    }
  } catch (e) {
    putBack();
    throw e;
  } finally {
    close(server);
  }
  close(local);
  local = null;
  forget();
}

function renew() {
  const secret = {};
  for (const name of ['tls.key', 'tls.crt', 'ca.crt']) {
    secret[name] = whole('/tls/' + name);
  }
  const files = { 'member.pem': secret['tls.key'] + '\n' + secret['tls.crt'], 'ca.pem': secret['ca.crt'] };
  const now = files['member.pem'] + files['ca.pem'];
  // The three may be read while they change; they count once they were the same twice.
  const settled = now === seen;
  seen = now;
  const known = now === whole(KEYS + 'member.pem') + whole(KEYS + 'ca.pem');
  if (!settled || known || local === null || (now === refused && Date.now() < again)) {
    return;
  }
  try {
    const what = checked(secret);
    takeUp(files);
    refused = '';
    say('took up the certificate ' + what);
  } catch (e) {
    if (now !== refused || e.message !== reason) {
      say('keeps its certificate: ' + e.message);
    }
    refused = now;
    reason = e.message;
    again = Date.now() + AGAIN_MS;
  }
}

// If the agent ended in between, it begins again from the files before.
putBack();
while (true) {
  try {
    tick();
  } catch (e) {
    forget();
    say('tries again: ' + e.message);
  }
  renew();
  sleep(PAUSE_MS);
}
