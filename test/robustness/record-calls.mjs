// Loaded before the command: writes down every file and folder that it reads, and every program and connection it starts.
import { writeFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const fs = require('node:fs');
const calls = { reads: [], writes: [], programs: [], connections: [] };
const written = writeFileSync;

function watch(owner, name, list, pick = (path) => String(path)) {
  const original = owner[name];
  owner[name] = function (...args) {
    list.push(pick(...args));
    return original.apply(this, args);
  };
}

for (const owner of [fs, fs.promises]) {
  for (const name of [
    'readFile',
    'readFileSync',
    'readdir',
    'readdirSync',
    'opendir',
    'opendirSync',
    'createReadStream',
  ]) {
    if (owner[name] !== undefined) watch(owner, name, calls.reads);
  }
  for (const name of [
    'writeFile',
    'writeFileSync',
    'appendFile',
    'appendFileSync',
    'mkdir',
    'mkdirSync',
    'rename',
    'renameSync',
    'rm',
    'rmSync',
    'unlink',
    'unlinkSync',
    'createWriteStream',
  ]) {
    if (owner[name] !== undefined) watch(owner, name, calls.writes);
  }
  for (const name of ['open', 'openSync']) {
    const original = owner[name];
    owner[name] = function (path, flags, ...rest) {
      (flags === undefined || flags === 'r' || (typeof flags === 'number' && (flags & 3) === 0)
        ? calls.reads
        : calls.writes
      ).push(String(path));
      return original.call(this, path, flags, ...rest);
    };
  }
}
const programs = require('node:child_process');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  watch(programs, name, calls.programs);
const net = require('node:net');
watch(net.Socket.prototype, 'connect', calls.connections, (options) => JSON.stringify(options));
const dns = require('node:dns');
for (const name of ['lookup', 'resolve']) watch(dns, name, calls.connections);
syncBuiltinESMExports();
process.on('exit', () => written(process.env.PGCONFLINT_TEST_CALLS, JSON.stringify(calls)));
