/**
 * Compares what we say of real configuration files with what a real server has said of them.
 *
 *   tsx scripts/compare-corpus.ts FOLDER VERDICTS.jsonl [--postgres 15] [--folder conf.d]
 *
 * FOLDER holds the files, VERDICTS one JSON object a line: the file (relative to FOLDER), its kind, and the server's
 * answers: for hba and ident the rows of its views and their errors, for conf the rows of pg_file_settings, why it
 * refused values (`debug`), and every complaint of a start (`cold_all`). Two things are compared: the rows that
 * `show` prints, and the lines that the rules of correctness report. `--folder` names an empty folder that the server
 * had beside each file. Prints each difference and their number; ends with 1 where there is one.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.js';
import { isMajor, type Major } from '../src/catalog/majors.js';
import type { ClusterDefinition } from '../src/cluster/find/definition.js';
import { loadCluster } from '../src/cluster/load.js';
import type { Cluster } from '../src/cluster/types.js';
import { showSettings } from '../src/cluster/views/file-settings.js';
import { hbaRows, identRows } from '../src/cluster/views/views.js';
import { MemoryFileSystem } from '../src/files/memory-file-system.js';
import type { RuleSetting } from '../src/linter/configuration/config.js';
import { dayOf } from '../src/linter/engine/day.js';
import { runRules } from '../src/linter/engine/run-rules.js';
import { LineTable } from '../src/syntax/positions.js';

interface Verdict {
  file: string;
  kind: 'conf' | 'hba' | 'ident';
  errors: { line: number; error: string | null; name?: string }[];
  /** Records that load: line, type, databases, users, address, netmask, method, options. */
  rules?: string[][];
  /** Mappings that load: line, map, system user, database user. */
  maps?: string[][];
  /** Names and values as read. */
  settings?: [string, string][];
  debug?: string[];
  cold_all?: string[];
}

const correctness = [
  'cluster/byte-order-mark',
  ...[
    'conf/syntax-error',
    'conf/unknown-parameter',
    'conf/removed-parameter',
    'conf/invalid-value',
    'conf/invalid-unit',
  ],
  ...[
    'conf/out-of-range',
    'conf/read-only-parameter',
    'conf/invalid-include',
    'hba/invalid-record',
    'ident/invalid-mapping',
  ],
];
const mainFile = { conf: 'postgresql.conf', hba: 'pg_hba.conf', ident: 'pg_ident.conf' } as const;
const folder = '/data';
/** The files stand alone: whatever else they name did not exist for the server either. */
const bounds = { workspace: [folder], followOutside: true };

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string', default: '15' }, folder: { type: 'string' } },
});
const [corpus, verdictsFile] = positionals;
const postgres = Number(options.postgres);
if (corpus === undefined || verdictsFile === undefined || !isMajor(postgres)) {
  console.error('usage: tsx scripts/compare-corpus.ts FOLDER VERDICTS.jsonl [--postgres 15] [--folder conf.d]');
  process.exit(2);
}
const target: Major = postgres;

/** What is compared of one file: texts that must be equal on both sides. */
interface Sides {
  what: string;
  server: string[];
  ours: string[];
}

function definitionOf(kind: Verdict['kind']): ClusterDefinition {
  const path = `${folder}/${mainFile[kind]}`;
  const other = { main: undefined, auto: undefined, hba: undefined, ident: undefined, hosts: undefined };
  const own = kind === 'conf' ? { main: path } : { [kind]: path };
  return { id: path, path, folder, extent: 'snippet', targets: [target], targetSource: undefined, ...other, ...own };
}

function rowsOf(verdict: Verdict, cluster: Cluster, fileSystem: MemoryFileSystem): Sides[] {
  const broken = verdict.errors.map(({ line }) => `${line}`);
  const list = (names: unknown) => ((names as string[] | null) ?? []).join(',');
  if (verdict.kind === 'hba') {
    const rows = hbaRows(cluster.hba!, target);
    const sound = rows.filter(({ type }) => type !== null);
    const columns = sound.map(({ line_number, type, database, user_name, address, netmask, auth_method, options }) =>
      [
        `${line_number}`,
        type,
        list(database),
        list(user_name),
        address ?? '',
        netmask ?? '',
        auth_method,
        (options ?? []).join(' '),
      ].join('|'),
    );
    const errors = rows
      .filter(({ error, type }) => error !== null || type === null)
      .map(({ line_number }) => `${line_number}`);
    return [
      { what: 'records', server: verdict.rules!.map((row) => row.join('|')), ours: columns },
      { what: 'errors', server: broken, ours: errors },
    ];
  }
  if (verdict.kind === 'ident') {
    const rows = identRows(cluster.ident!);
    const sound = rows.filter(({ error }) => error === null);
    const columns = sound.map(({ line_number, map_name, sys_name, pg_username }) =>
      [line_number, map_name, sys_name, pg_username].join('|'),
    );
    const errors = rows.filter(({ error }) => error !== null).map(({ line_number }) => `${line_number}`);
    return [
      { what: 'mappings', server: verdict.maps!.map((row) => row.join('|')), ours: columns },
      { what: 'errors', server: broken, ours: errors },
    ];
  }
  const rows = showSettings(definitionOf('conf'), fileSystem, target, bounds);
  const names = rows.map(({ name, setting }) => `${name ?? ''} = ${setting ?? ''}`);
  const open = openLines(cluster);
  const errors = rows.filter(({ error }) => error !== null).map(({ sourceline }) => `${sourceline}`);
  return [
    { what: 'settings', server: verdict.settings!.map((pair) => pair.join(' = ')), ours: names },
    { what: 'errors', server: refusedLines(verdict).filter((line) => !open.has(line)), ours: errors },
  ];
}

/** Lines whose value files alone do not decide. */
function openLines({ configuration }: Cluster): Set<string> {
  const open = configuration.entries.filter(({ reading }) => reading !== undefined && reading.ok === undefined);
  return new Set(open.map(({ line }) => `${line}`));
}

/** What a running server calls an error for another reason than that only a restart could change it. */
function refusedLines({ errors, debug }: Verdict): string[] {
  const reasons = (debug ?? []).filter((message) => !message.startsWith('too many syntax errors'));
  return errors
    .filter((_, index) => !reasons[index]?.endsWith('cannot be changed without restarting the server'))
    .map(({ line }) => `${line}`);
}

/** The lines that a server of the major calls broken, all of them: a start names what a running server stops short of. */
function brokenLines(verdict: Verdict, open: ReadonlySet<string>): string[] {
  if (verdict.kind !== 'conf') return verdict.errors.map(({ line }) => `${line}`);
  const named = (verdict.cold_all ?? []).flatMap((message) => {
    const line = /^LOG: (?:syntax error|unrecognized configuration parameter).* line (\d+)(?:, near .*)?$/s.exec(
      message,
    )?.[1];
    return line === undefined ? [] : [line];
  });
  const values = refusedLines(verdict).filter((line) => !open.has(line));
  return [...new Set([...named, ...values])];
}

/** What the rules say of every line; of templates too, whose lines a lint passes over. */
function reportedLines(cluster: Cluster): string[] {
  const resolveConfig = () => ({ targets: [target], rules: ruleSettings });
  const problems = runRules(cluster, rules, resolveConfig, dayOf('2000-01-01'));
  const tables = new Map(cluster.files.map(({ path, text }) => [path, new LineTable(text)]));
  return problems.map(({ file, start }) => `${tables.get(file)!.positionAt(start).line}`);
}

/** The rules of correctness, with the defaults of their options. */
const ruleSettings = new Map(
  rules
    .filter(({ id }) => correctness.includes(id))
    .map(({ id, meta }): [string, RuleSetting] => {
      const defaults = Object.entries(meta.options ?? {}).map(([name, option]) => [name, option.default]);
      return [id, { severity: 'error', options: Object.fromEntries(defaults) }];
    }),
);

let differences = 0;
let compared = 0;
for (const line of readFileSync(verdictsFile, 'utf8').split('\n')) {
  if (line === '') continue;
  const verdict = JSON.parse(line) as Verdict;
  const content = readFileSync(`${corpus}/${verdict.file}`);
  const fileSystem = new MemoryFileSystem({ [`${folder}/${mainFile[verdict.kind]}`]: content });
  if (options.folder !== undefined) fileSystem.write(`${folder}/${options.folder}`, { kind: 'directory' });
  const cluster = loadCluster(definitionOf(verdict.kind), fileSystem, target, bounds);
  const sides = rowsOf(verdict, cluster, fileSystem);
  const server = brokenLines(verdict, openLines(cluster));
  sides.push({ what: 'lines that rules report', server, ours: [...new Set(reportedLines(cluster))] });
  for (const { what, server: theirs, ours } of sides) {
    compared += theirs.length;
    const missing = theirs.filter((text) => !ours.includes(text));
    const surplus = ours.filter((text) => !theirs.includes(text));
    const order =
      missing.length + surplus.length === 0 &&
      theirs.join('\n') !== ours.join('\n') &&
      what !== 'lines that rules report';
    differences += missing.length + surplus.length + (order ? 1 : 0);
    for (const text of missing) console.log(`${verdict.file}: ${what}: only the server has ${text}`);
    for (const text of surplus) console.log(`${verdict.file}: ${what}: only we have ${text}`);
    if (order) console.log(`${verdict.file}: ${what}: in another order`);
  }
}
console.log(`${compared} rows and lines compared, ${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
