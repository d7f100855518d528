/** What is found in a document is what is found in a file of the same text, at the very places where that text is written. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rules } from '../../rules/index.js';
import type { Major } from '../../src/catalog/majors.js';
import { ClusterFinder } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import type { RuleSetting } from '../../src/linter/configuration/config.js';
import { defaultOptions } from '../../src/linter/configuration/options.js';
import { type FileResult, type LintResult, lint } from '../../src/linter/engine/lint.js';
import { applyEdits, fixAll } from '../../src/linter/fixes.js';
import { documentOf, type Problem, placeInDocument } from '../../src/linter/problem.js';
import type { FileKind } from '../../src/syntax/nodes.js';
import { type CarriedFile, carry, layouts, placeMeant, surroundings } from './carried.js';
import { testCarrier } from './carrier.js';

/** So many files for each law. */
const runs = { numRuns: Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 12) };

const settings = new Map(
  rules.map((rule): [string, RuleSetting] => [rule.id, { severity: 'error', options: defaultOptions(rule) }]),
);
const carrierPath = '/c/a.carrier';
const names: Readonly<Record<string, string>> = { conf: '/c/postgresql.conf', hba: '/c/pg_hba.conf' };

function lintFiles(files: Readonly<Record<string, string>>): LintResult {
  const fileSystem = new MemoryFileSystem(files);
  const finder = new ClusterFinder(fileSystem, { workspace: ['/c'], carriers: [testCarrier] });
  return lint({
    sources: finder.find(['/c']).map(({ definition }) => ({
      path: definition.path,
      load: (target: Major) => loadCluster(definition, fileSystem, target, finder.readerOptions),
    })),
    rules,
    resolveConfig: () => ({ rules: settings, targets: [17] }),
    today: '2026-01-01',
    fingerprints: true,
    each: true,
  });
}

/** Lines of which rules have much to say, with fixes of every form: in a token, of lines, at ends. */
const confLines = fc.constantFrom(
  'fsync = off',
  'port=5433',
  "log_line_prefix = '%m '",
  'shared_buffers = 128 MB',
  'work_mem = 4096kB # more',
  'fsync = on',
  'ssl = yes',
  "listen_addresses = '*'",
  'max_conections = 100',
  'password_encryption = md5',
  '# pgconflint-disable-next-line conf/fsync -- a test',
  '# pgconflint-disable conf/no-such-rule',
  'log_connections = on   # pgconflint-disable-line',
  'search_path = \'"$user", public\'',
  '#log_disconnections = off',
  '# été 😀',
  'wal_level = ',
  '',
);
const hbaLines = fc.constantFrom(
  'local all all trust',
  'host  all   all   0.0.0.0/0   md5',
  'host all all 10.0.0.5/8 scram-sha-256',
  'host all all all trust',
  'hostssl "all" all ::/0 cert map=x',
  'host all all 127.0.0.1 255.255.255.255 password',
  'host replication +ops samenet ident',
  'host all all 10.0.0.0/8',
  '# pgconflint-disable-next-line',
  '# pgconflint-disable-file hba/no-trust -- a test',
  'host "übung" all .example.org reject # why',
  '',
);
const textOf = (lines: fc.Arbitrary<string>) =>
  fc.array(lines, { minLength: 1, maxLength: 8 }).map((all) => all.map((one) => `${one}\n`).join(''));

const clusters = fc
  .tuple(textOf(confLines), textOf(hbaLines), layouts, layouts, surroundings)
  .map(([conf, hba, first, second, around]) => {
    const texts: [FileKind, string][] = [
      ['conf', conf],
      ['hba', hba],
    ];
    return { texts, carried: carry(texts, [first, second], around) };
  });

interface Said {
  rule: string;
  message: string;
  kind: string;
  start: number;
  end: number;
}

const order = (a: Said, b: Said) => JSON.stringify(a).localeCompare(JSON.stringify(b));

/** By document, since a file that carries several has its problems in the order of the file. */
function saidOfFiles(files: readonly FileResult[], pick: (file: FileResult) => readonly Problem[]): Said[] {
  const kindOf = (path: string) => Object.keys(names).find((kind) => names[kind] === path)!;
  return files
    .flatMap((file) => pick(file).map((problem) => ({ ...saidOf(problem), kind: kindOf(file.path) })))
    .sort(order);
}

function saidOf(problem: Problem): Said {
  const { start, end } = placeInDocument(problem);
  const kind = documentOf(problem).split('\0\0')[2] ?? '';
  return { rule: problem.ruleId, message: problem.messageId, kind, start, end };
}

function carriedResult(text: string): FileResult {
  const { files } = lintFiles({ [carrierPath]: text });
  expect(files.map(({ path }) => path)).toEqual([carrierPath]);
  return files[0]!;
}

describe('documents of a carrier are linted', () => {
  test('as files of the same text are, and each place is where the text is written', () => {
    fc.assert(
      fc.property(clusters, ({ texts, carried }) => {
        const plain = lintFiles(Object.fromEntries(texts.map(([kind, text]) => [names[kind]!, text])));
        const result = carriedResult(carried.text);
        expect(result.text).toBe(carried.text);
        expect(result.problems.map(saidOf).sort(order)).toEqual(saidOfFiles(plain.files, (file) => file.problems));
        const suppressed = result.suppressed.map(({ problem }) => saidOf(problem)).sort(order);
        expect(suppressed).toEqual(saidOfFiles(plain.files, (file) => file.suppressed.map(({ problem }) => problem)));
        for (const problem of [...result.problems, ...result.suppressed.map((one) => one.problem)]) {
          const { kind, start, end } = saidOf(problem);
          const written = carried.documents.find((one) => one.kind === kind)!;
          expect({ file: problem.file, start: problem.start, end: problem.end }).toEqual({
            file: carrierPath,
            ...placeMeant(written, start, end),
          });
        }
        expect(new Set(result.fingerprints!.values()).size).toBe(result.problems.length);
      }),
      runs,
    );
  }, 1_200_000);

  test('comments that suppress stand where they are written', () => {
    fc.assert(
      fc.property(clusters, ({ carried }) => {
        const { suppressions, suppressed } = carriedResult(carried.text);
        for (const { suppression } of suppressions) {
          expect(readBack(carried, suppression.start, suppression.end)).toMatch(/^#.*pgconflint-disable/);
          for (const rule of suppression.rules) expect(readBack(carried, rule.start, rule.end)).toBe(rule.id);
        }
        for (const { suppression } of suppressed) {
          expect(suppressions.some((one) => one.suppression === suppression)).toBe(true);
        }
      }),
      runs,
    );
  }, 1_200_000);
});

/** What stands at a place of the file, escapes undone. */
function readBack({ text }: CarriedFile, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
}

/** The documents of a file as they are now. */
function documentsOf(text: string): Map<FileKind, string> {
  const [cluster] = testCarrier.clustersIn(carrierPath, { text, encoding: 'utf-8' }, () => undefined);
  return new Map(cluster!.texts.map((one) => [one.kind, one.text]));
}

describe('fixes of documents', () => {
  test('change in the document what they change in a file of the same text, and nothing else of the carrier', () => {
    fc.assert(
      fc.property(clusters, ({ texts, carried }) => {
        const files = Object.fromEntries(texts.map(([kind, text]) => [names[kind]!, text]));
        const plain = lintFiles(files).files.flatMap(({ problems }) => problems);
        const { problems } = carriedResult(carried.text);
        for (const problem of problems) {
          const said = saidOf(problem);
          const twins = plain.filter(
            (one) =>
              one.ruleId === said.rule &&
              one.messageId === said.message &&
              one.file === names[said.kind] &&
              one.start === said.start &&
              one.end === said.end,
          );
          const changes = [problem.fix, ...problem.suggestions].filter((change) => change !== undefined);
          for (const change of changes) {
            const twin = twins
              .flatMap((one) => [one.fix, ...one.suggestions])
              .find((one) => one !== undefined && withoutLines(one.title) === withoutLines(change.title));
            const changed = applyEdits(carried.text, change.edits);
            const now = documentsOf(changed);
            for (const [kind, text] of texts) {
              const edits = twin!.edits.filter(({ file }) => file === names[kind]);
              // A list writes the lines that it has; a block ends with a line end.
              const meant = applyEdits(text, edits);
              expect(now.get(kind)).toBe(meant === '' || meant.endsWith('\n') ? meant : `${meant}\n`);
            }
            expect(outside(changed)).toBe(outside(carried.text));
          }
        }
      }),
      runs,
    );
  }, 1_200_000);

  test('pass after pass they come to the texts that files come to, where the carrier can hold them', () => {
    // Changes of lines in a carrier touch each other sooner, so that the order of fixes is another one, and the order decides
    // which comments still suppress something when it is their turn.
    const blocks = clusters.filter(
      ({ texts, carried }) =>
        carried.documents.every(({ style }) => style !== 'list') &&
        texts.every(([, text]) => !text.includes('pgconflint-disable')),
    );
    fc.assert(
      fc.property(blocks, ({ texts, carried }) => {
        const mended = fixAll(
          (changed) => problemsOf({ [carrierPath]: carried.text, ...Object.fromEntries(changed) }),
          () => carried.text,
          'safe',
        );
        const files = Object.fromEntries(texts.map(([kind, text]) => [names[kind]!, text]));
        const plain = fixAll(
          (changed) => problemsOf({ ...files, ...Object.fromEntries(changed) }),
          (file) => files[file]!,
          'safe',
        );
        const now = mended.texts.get(carrierPath) ?? carried.text;
        const meant = new Map(texts.map(([kind, text]) => [kind, plain.texts.get(names[kind]!) ?? text]));
        expect(documentsOf(now)).toEqual(meant);
        expect(outside(now)).toBe(outside(carried.text));
      }),
      runs,
    );
  }, 1_200_000);
});

/** The line of a record is that of its file, which is another one here. */
function withoutLines(title: string): string {
  return title.replace(/\bline \d+/, 'line');
}

function problemsOf(files: Readonly<Record<string, string>>): { problems: Problem[] } {
  return { problems: lintFiles(files).files.flatMap(({ problems }) => problems) };
}

/** The file without its documents. */
function outside(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => !/^ {3,}|^ {2}(?:conf|hba):|^\s*$/.test(line))
    .join('');
}
