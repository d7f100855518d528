// npm run complete-lock: adds to package-lock.json the optional packages of other platforms that npm left out.
//
// npm drops an optional package from the lock file when the registry at hand does not have it, and then `npm ci` refuses
// that lock file everywhere. Names and versions follow from the packages that ask for them, the platform from the name.
// The integrity of each comes from the registry: without it `npm ci` would take any bytes.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

const url = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(await readFile(url, 'utf8'));

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = { arm: /\barm(?!64)/, arm64: /arm64/, ia32: /ia32/, loong64: /loong64/, mips64el: /mips64el/ };
Object.assign(processors, { ppc64: /ppc64/, riscv64: /riscv64/, s390x: /s390x/, wasm32: /wasm32/, x64: /x64/ });

/** What a package is for, read out of its name: `@swc/core-linux-x64-musl`. */
function platformOf(name) {
  const os = systems.find((system) => name.includes(system));
  const cpu = Object.keys(processors).find((processor) => processors[processor].test(name));
  const libc = /musl/.test(name) ? 'musl' : os === 'linux' && /gnu/.test(name) ? 'glibc' : undefined;
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

function integrityOf(name, version) {
  return execFileSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], { encoding: 'utf8' }).trim();
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`]) continue;
    if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version))
      throw new Error(`${name} is asked for as ${version}: install it instead`);
    const { os, cpu, libc } = platformOf(name);
    if (os === undefined && cpu === undefined)
      throw new Error(`${name} does not tell its platform: install it instead`);
    lock.packages[`node_modules/${name}`] = {
      version,
      integrity: integrityOf(name, version),
      ...(cpu && { cpu }),
      ...(entry.dev && { dev: true }),
      ...(libc && { libc }),
      optional: true,
      ...(os && { os }),
    };
    added++;
  }
}
const [root, ...rest] = Object.entries(lock.packages);
rest.sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([root, ...rest]);
await writeFile(url, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${added} packages to package-lock.json`);
