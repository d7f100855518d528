// Loaded before the command: does something to a file at the moment when it is opened, after it was seen.
// PGCONFLINT_TEST_DISTURB is `what:end of the path`.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
const [what, end] = process.env.PGCONFLINT_TEST_DISTURB.split(':');
const { openSync, rmSync, mkdirSync, truncateSync, writeFileSync } = fs;
const deeds = {
  vanish: (path) => rmSync(path),
  fifo: (path) => {
    rmSync(path);
    execFileSync('mkfifo', [path]);
  },
  folder: (path) => {
    rmSync(path);
    mkdirSync(path);
  },
  grow: (path) => truncateSync(path, 2 ** 30),
  change: (path) => writeFileSync(path, '# somebody else wrote this\n'),
};
let done = false;

fs.openSync = function (path, ...rest) {
  if (done || !String(path).endsWith(end)) return openSync.call(this, path, ...rest);
  done = true;
  // A change comes behind the reading, everything else before it.
  if (what !== 'change') {
    deeds[what](path);
    return openSync.call(this, path, ...rest);
  }
  const handle = openSync.call(this, path, ...rest);
  const { closeSync } = fs;
  fs.closeSync = function (closed) {
    closeSync.call(this, closed);
    if (closed === handle) {
      fs.closeSync = closeSync;
      syncBuiltinESMExports();
      deeds.change(path);
    }
  };
  syncBuiltinESMExports();
  return handle;
};
syncBuiltinESMExports();
