import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { noProblemsIn } from './terminal.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a run loaded. */
interface Loaded {
  /** The parts of the bundle that are loaded at their first use, by their files' names. */
  parts: string[];
  /** The folders of the project's own modules, and the packages, out of which the other files are made. */
  sources: string[];
  /** Node's own modules that it does not load for an empty script. */
  node: string[];
  kilobytes: number;
}

/** Told to Node before a run: at its end it writes what was loaded. */
const listing = `process.on('exit', () => require('node:fs').writeFileSync(
  process.env.LOADED_LIST,
  JSON.stringify({ files: Object.keys(require.cache), node: process.moduleLoadList }),
));`;

/** What initdb sets, and a default or two as comments. */
const settings = `#listen_addresses = 'localhost'
max_connections = 100
shared_buffers = 128MB
dynamic_shared_memory_type = posix
max_wal_size = 1GB
min_wal_size = 80MB
#log_connections = off
log_timezone = 'Etc/UTC'
datestyle = 'iso, mdy'
timezone = 'Etc/UTC'
lc_messages = 'C.UTF-8'
default_text_search_config = 'pg_catalog.english'
`;

describe('the start of the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pgconflint-'));
  const made: Record<string, string[]> = JSON.parse(
    readFileSync(`${root}node_modules/.cache/pgconflint/modules.json`, 'utf8'),
  );
  let bare: Set<string>;

  function run(script: string, ...args: string[]) {
    const list = join(folder, 'loaded.json');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', join(folder, 'listing.cjs'), script, ...args],
      { cwd: join(folder, 'cluster'), encoding: 'utf8', env: { ...process.env, LOADED_LIST: list } },
    );
    return { status, stdout, stderr, ...listed(list) };
  }

  function listed(list: string): { files: string[]; node: string[] } {
    const { files, node } = JSON.parse(readFileSync(list, 'utf8')) as { files: string[]; node: string[] };
    return { files: files.filter((file) => file.startsWith(`${root}dist/`)), node };
  }

  function loaded({ files, node }: ReturnType<typeof listed>): Loaded {
    const names = files.map((file) => relative(root, file));
    const modules = names.filter((name) => !name.startsWith('dist/parts/')).flatMap((name) => made[name] ?? []);
    return {
      parts: names.filter((name) => name.startsWith('dist/parts/')).sort(),
      sources: [...new Set(modules.map(sourceOf))].sort(),
      node: node.filter((name) => name.startsWith('NativeModule ') && !bare.has(name)).sort(),
      kilobytes: files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000,
    };
  }

  beforeAll(() => {
    writeFileSync(join(folder, 'listing.cjs'), listing);
    mkdirSync(join(folder, 'cluster'));
    writeFileSync(join(folder, 'empty.cjs'), '');
    writeFileSync(join(folder, 'cluster/postgresql.conf'), settings);
    bare = new Set(run(join(folder, 'empty.cjs')).node);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('--version loads little and nothing of Node', () => {
    const version = run(`${root}dist/cli.js`, '--version');
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(loaded(version)).toEqual({
      parts: [],
      // Of the project layer only the generated version, of the reports what makes text printable.
      sources: ['rolldown/runtime.js', 'src/cli', 'src/files', 'src/project', 'src/report', 'stand-in'],
      node: [],
      kilobytes: expect.any(Number),
    });
    expect(loaded(version).kilobytes).toBeLessThan(11);
  });

  // Whoever adds to this list makes every run slower; what few runs need belongs to scripts/build/parts.mjs.
  test('a file of settings loads no records, no rules of theirs, and no package', () => {
    const one = run(`${root}dist/cli.js`, 'postgresql.conf');
    expect(one.stdout).toContain('conf/log-connections');
    expect(loaded(one)).toEqual({
      parts: ['dist/parts/rules-settings.cjs'],
      sources: [
        'rolldown/runtime.js',
        // What scripts/build makes itself: the index of the rules, stand-ins for parts.
        'rules',
        'rules/cluster',
        'rules/conf',
        'rules/suppressions',
        'src/addresses',
        'src/carriers',
        'src/catalog',
        'src/cli',
        'src/cluster',
        'src/documents',
        'src/files',
        'src/formats',
        'src/linter',
        'src/project',
        'src/report',
        'src/rule-kit',
        'src/syntax',
        'src/values',
        'stand-in',
      ],
      node: [],
      kilobytes: expect.any(Number),
    });
    // More than a half are the rules on settings and their messages.
    expect(loaded(one).kilobytes).toBeLessThan(575);
    // With one character beyond Latin-1, the whole file takes V8 two bytes a character.
    for (const file of one.files) expect(readFileSync(file, 'utf8')).not.toMatch(/[\u0080-\uffff]/);
  });

  test('the language server loads no feature, and nothing of Node that other transports need, to judge a file', async () => {
    const list = join(folder, 'loaded.json');
    const server = spawn(process.execPath, ['--require', join(folder, 'listing.cjs'), `${root}dist/cli.js`, 'lsp'], {
      env: { ...process.env, LOADED_LIST: list },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const textDocument = {
      uri: 'file:///elsewhere/pg_hba.conf',
      languageId: 'plaintext',
      version: 1,
      text: 'host all all 0.0.0.0/0 trust\n',
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    send({ method: 'initialized', params: {} });
    send({ method: 'textDocument/didOpen', params: { textDocument } });
    let told = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      const before = told.includes('hba/no-trust');
      told += text;
      if (before || !told.includes('hba/no-trust')) return;
      send({ id: 2, method: 'shutdown' });
      send({ method: 'exit' });
    });
    const limit = setTimeout(() => server.kill(), 20_000);
    const status = await new Promise((resolve) => server.on('exit', resolve));
    clearTimeout(limit);
    expect(told).toContain('hba/no-trust');
    expect(status).toBe(0);
    const { files, node } = listed(list);
    expect(loaded({ files, node }).parts).toEqual(
      ['coverage', 'records', 'rules-hba', 'rules-settings'].map((part) => `dist/parts/${part}.cjs`),
    );
    // A file takes longer to find and to read than what stands in it to compile.
    expect(files.length).toBeLessThanOrEqual(15);
    const others = /\b(?:child_process|crypto|perf_hooks)$/;
    expect(loaded({ files, node }).node.filter((name) => others.test(name))).toEqual([]);
  });

  test('reads configurations in JSON with comments', () => {
    writeFileSync(
      join(folder, 'cluster/pgconflint.config.jsonc'),
      '{ "rules": { "hba/no-trust": "off" }, /* all */ }\n',
    );
    writeFileSync(join(folder, 'cluster/pg_hba.conf'), 'local all all trust\n');
    const { status, stdout, stderr } = run(`${root}dist/cli.js`, 'pg_hba.conf');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(noProblemsIn(1));
  });
});

/** `src/cluster`, `rules/conf`, or a package's name. */
function sourceOf(module: string): string {
  const [, name] = /^node_modules\/(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(module) ?? [];
  return name ?? /^(?:src|rules)\/[^/.]+/.exec(module)?.[0] ?? module.replace(/:.*/, '');
}
