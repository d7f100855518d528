/**
 * Measures what reaches a reader: how many findings real files get, and where they stand.
 *
 *   tsx scripts/measure-signal.ts FOLDER [--preset recommended] [--tests] [--findings] [--sample N --seed S]
 *
 * FOLDER holds configuration files. An INDEX.tsv in it (columns file, kind, repo, path, commit) tells where each file
 * stood in its repository: then every file is read at that place, with the other files of its repository around it, and
 * files of the kinds `carriers:…` are only neighbours. Without an index the files are read where they are.
 *
 * Prints the figures as `name  value` lines; `--findings` prints each finding as a line of JSON instead, and
 * `--sample N --seed S` only N of them, drawn at random.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.js';
import { ClusterFinder } from '../src/cluster/find/find.js';
import { loadCluster } from '../src/cluster/load.js';
import { MemoryFileSystem } from '../src/files/memory-file-system.js';
import { combinePresets } from '../src/linter/configuration/presets.js';
import { type FileResult, lint } from '../src/linter/engine/lint.js';
import type { Problem } from '../src/linter/problem.js';
import { LineTable } from '../src/syntax/positions.js';

const usage =
  'usage: tsx scripts/measure-signal.ts FOLDER [--preset NAME] [--tests] [--findings] [--sample N --seed S]';
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', default: 'recommended' },
    findings: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(usage);
  process.exit(2);
}

/** A file with the place at which it is read. */
interface Placed {
  /** Relative to FOLDER, for people. */
  name: string;
  path: string;
  /** The folder within which files are read: its repository. */
  root: string;
  /** Whether it is checked, and not only a neighbour of files that are. */
  checked: boolean;
}

function placedByIndex(index: string): Placed[] {
  const taken = new Set<string>();
  const lines = index.split('\n').filter((line) => line !== '' && !line.startsWith('file\t'));
  return lines.flatMap((line): Placed[] => {
    const [name = '', kind = '', repo = '', path = '', commit = ''] = line.split('\t');
    if (!existsSync(join(folder!, name))) return [];
    const plain = `/repositories/${repo}`;
    // The same path of several commits: each commit is a repository of its own.
    const root = taken.has(`${plain}/${path}`) ? `/commits/${commit}/${repo}` : plain;
    taken.add(`${root}/${path}`);
    return [{ name, path: `${root}/${path}`, root, checked: !kind.startsWith('carriers:') }];
  });
}

function placedAsTheyAre(): Placed[] {
  const root = '/files';
  const entries = readdirSync(folder!, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const name = join(entry.parentPath, entry.name).slice(resolve(folder!).length + 1);
    return { name, path: `${root}/${name}`, root, checked: true };
  });
}

/** A finding with the file it stands in. */
interface Finding {
  file: Placed;
  problem: Problem;
  line: number;
}

const indexFile = join(folder, 'INDEX.tsv');
const placed = existsSync(indexFile) ? placedByIndex(readFileSync(indexFile, 'utf8')) : placedAsTheyAre();
const fileSystem = new MemoryFileSystem(
  Object.fromEntries(placed.map(({ name, path }) => [path, readFileSync(join(folder, name))])),
);
const settings = combinePresets(options.preset.split(','), rules);
const results = new Map<string, FileResult>();
for (const root of new Set(placed.map((file) => file.root))) {
  const asked = placed.filter((file) => file.root === root && file.checked).map(({ path }) => path);
  const finder = new ClusterFinder(fileSystem, { workspace: [root] });
  const sources = finder.find(asked).map(({ definition, asked: files, testPlace }) => ({
    ...definition,
    testPlace,
    asked: files,
    load: (target: Parameters<typeof loadCluster>[2]) =>
      loadCluster(definition, fileSystem, target, finder.readerOptions),
  }));
  const { files } = lint({
    sources,
    rules,
    resolveConfig: () => ({ targets: undefined, rules: settings, tests: options.tests }),
    today: '2026-11-28',
  });
  for (const file of files) results.set(file.path, file);
}
const files = placed.filter(({ path }) => results.has(path));
const tables = new Map(files.map(({ path }) => [path, new LineTable(results.get(path)!.text)]));
const findings = files.flatMap((file): Finding[] =>
  results.get(file.path)!.problems.map((problem) => ({
    file,
    problem,
    line: tables.get(file.path)!.positionAt(problem.start).line,
  })),
);

if (options.sample !== undefined) show(drawn(findings, Number(options.sample), options.seed));
else if (options.findings) show(findings);
else printFigures();

function show(shown: readonly Finding[]): void {
  for (const { file, problem, line } of shown) {
    const { ruleId, severity, messageId, message, targets, related } = problem;
    const { text } = results.get(file.path)!;
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const others = related.map((other) => `${tables.get(other.file)?.positionAt(other.start).line}: ${other.message}`);
    const place = { file: file.name, hash, line };
    const places = problem.places?.map((one) => `${nameOf(one.file)}:${lineOf(one)} ${one.ruleId}`);
    console.log(JSON.stringify({ ...place, ruleId, messageId, severity, message, targets, others, places }));
  }
}

function nameOf(path: string): string {
  return files.find((file) => file.path === path)?.name ?? path;
}

function lineOf({ file, start }: Problem): number | undefined {
  return tables.get(file)?.positionAt(start).line;
}

/** Draws without putting back; the same seed draws the same findings of the same list. */
function drawn(all: readonly Finding[], count: number, seed: string): Finding[] {
  const keyed = all.map((finding, index) => {
    const key = createHash('sha256').update(`${seed} ${index}`).digest('hex');
    return { key, index, finding };
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const kept = keyed.slice(0, count).sort((a, b) => a.index - b.index);
  return kept.map(({ finding }) => finding);
}

function printFigures(): void {
  const counts = files.map(({ path }) => results.get(path)!.problems.length).sort((a, b) => a - b);
  const at = (share: number) => counts[Math.min(counts.length - 1, Math.floor(counts.length * share))] ?? 0;
  const withError = files.filter(({ path }) =>
    results.get(path)!.problems.some(({ severity }) => severity === 'error'),
  );
  const errors = findings.filter(({ problem }) => problem.severity === 'error');
  const perLine = [...groupsOf(findings, ({ file, line }) => `${file.path}:${line}`).values()].map(
    (group) => group.length,
  );
  const missing = findings.filter(({ problem }) => problem.file.includes('conf') && isAboutMissing(problem));
  const places = groupsOf(missing, placeOfMissing);
  const figures: [string, string | number][] = [
    ['files', files.length],
    ['findings', findings.length],
    ['errors', errors.length],
    ['median of a file', at(0.5)],
    ['p90 of a file', at(0.9)],
    ['worst file', counts.at(-1) ?? 0],
    ['files with an error', `${withError.length} (${percent(withError.length, files.length)})`],
    ['lines with findings', perLine.length],
    ['findings a line', (findings.length / Math.max(1, perLine.length)).toFixed(2)],
    ['lines with three or more', perLine.filter((count) => count > 2).length],
    ['missing settings', missing.length],
    ['  at their commented line', places.get('commented')?.length ?? 0],
    ['  on the whole file', places.get('file')?.length ?? 0],
    ['  on line 1', places.get('line 1')?.length ?? 0],
    ['twins left over', leftOver(twinKey)],
    ['series left over', seriesLeftOver()],
  ];
  for (const [name, value] of figures) console.log(`${name.padEnd(28)}${value}`);
  const byRule = [...groupsOf(findings, ({ problem }) => problem.ruleId)].sort((a, b) => b[1].length - a[1].length);
  console.log('');
  for (const [rule, group] of byRule) console.log(`${rule.padEnd(34)}${group.length}`);
}

/** Rules say of a setting that no file has: “… which is the default”, under the message id `default`. */
function isAboutMissing({ messageId }: Problem): boolean {
  return messageId === 'default';
}

function placeOfMissing({ file, problem, line }: Finding): 'commented' | 'file' | 'line 1' {
  if (problem.wholeFile) return 'file';
  const text = results.get(file.path)!.text.slice(problem.start, problem.end);
  if (text.startsWith('#')) return 'commented';
  return line === 1 ? 'line 1' : 'file';
}

/** The line of a finding with its address as a class: what IPv4 and IPv6, and the three private networks, have in common. */
function twinKey({ file, problem, line }: Finding): string | undefined {
  const text = results.get(file.path)!.text.split('\n')[line - 1] ?? '';
  const classed = text
    .replace(/\s(?:127\.0\.0\.1(?:\/32|\s+255\.255\.255\.255)|::1(?:\/128)?|localhost)(?=\s)/, ' <loopback>')
    .replace(/\s(?:0\.0\.0\.0(?:\/0|\s+0\.0\.0\.0)|::(?:\/0|0\/0)|all)(?=\s+\S+\s*$)/, ' <everywhere>')
    .replace(/\s(?:10\.0\.0\.0\/8|172\.16\.0\.0\/12|192\.168\.0\.0\/16)(?=\s)/, ' <private>');
  return classed === text ? undefined : `${file.path} ${problem.ruleId} ${classed.replace(/\s+/g, ' ')}`;
}

function leftOver(keyOf: (finding: Finding) => string | undefined): number {
  const keys = findings.map(keyOf).filter((key) => key !== undefined);
  return keys.length - new Set(keys).size;
}

/** Findings that say the same of a record as another one says of the record just above. */
function seriesLeftOver(): number {
  let count = 0;
  for (const { file, problem, line } of findings) {
    const lines = results.get(file.path)!.text.split('\n');
    let above = line - 1;
    while (above > 0 && /^\s*(?:#|$)/.test(lines[above - 1]!)) above--;
    const isSame = (other: Finding) =>
      other.file === file &&
      other.line === above &&
      other.problem.ruleId === problem.ruleId &&
      other.problem.messageId === problem.messageId;
    if (above > 0 && findings.some(isSame)) count++;
  }
  return count;
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key) ?? [];
    group.push(one);
    groups.set(key, group);
  }
  return groups;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`;
}
