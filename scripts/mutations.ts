/**
 * Changes one operator, number or condition of the source at a time, and asks the tests whether they notice.
 *
 *   tsx scripts/mutations.ts [--sample 150] [--seed 1] [--only src/access] [--out FILE]
 *
 * Run it in a checkout of its own with nothing uncommitted: each change is written into the file, judged and taken back.
 * Every change is judged by the tests of its folder (`test/access` for `src/access`) and then, while none has failed, by
 * the tests that `judges` names. A test that does not end in three minutes has noticed as well.
 *
 * Prints a line for each change that no test noticed (path:line, what stood there, what was written) and the share of
 * those that were noticed, by folder; `--out` writes every verdict as a line of JSON.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSync } from '@swc/core';
import { globbySync } from 'globby';

/** What judges a change after the tests of the nearest folder, by the folder of the source: patterns of Jest. */
const judges: Record<string, string[]> = {
  'src/access': ['test/access', 'test/cli/(who|access|diff|prove|replay)', 'test/rules/hba'],
  'src/audit': ['test/audit', 'test/cli/audit'],
  'src/linter': ['test/linter', 'test/cli', 'test/report'],
  'src/lsp': ['test/lsp'],
  'src/upgrade': ['test/upgrade', 'test/cli/upgrade'],
};

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
});

/** A change of a file: bytes from start to end become the text. */
interface Mutation {
  path: string;
  start: number;
  end: number;
  text: string;
}

const opposites: Record<string, string> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '-': '+',
  '*': '/',
  '&': '|',
  '|': '&',
};

interface Node {
  type: string;
  span?: { start: number; end: number };
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/**
 * Every change that can be made to a file.
 *
 * @param path from the root of the project
 */
function mutationsOf(path: string): Mutation[] {
  const source = readFileSync(path);
  // The parser counts bytes from a place of its own: an empty statement in front tells it.
  const tree = parseSync(`;${source}`, { syntax: 'typescript', target: 'es2022' }) as object as Node;
  const [first] = tree['body'] as Node[];
  const base = first!.span!.start + 1;
  const found: Mutation[] = [];
  const add = (start: number, end: number, text: string) => found.push({ path, start, end, text });
  const textOf = (from: Node) => source.subarray(from.span!.start - base, from.span!.end - base).toString();
  const walk = (node: Node): void => {
    if (/^Ts|^Import/.test(node.type) && node.type !== 'TsNonNullExpression' && node.type !== 'TsAsExpression') return;
    const start = (node.span?.start ?? 0) - base;
    const end = (node.span?.end ?? 0) - base;
    if (node.type === 'BinaryExpression') {
      const operator = node['operator'] as string;
      const [left, right] = [node['left'] as Node, node['right'] as Node];
      const to = left.span!.end - base;
      const between = source.subarray(to, right.span!.start - base).toString();
      const at = between.indexOf(operator);
      if (opposites[operator] !== undefined && at >= 0) add(to + at, to + at + operator.length, opposites[operator]);
    }
    if (node.type === 'UnaryExpression' && node['operator'] === '!') add(start, start + 1, '');
    if (node.type === 'BooleanLiteral') add(start, end, String(node['value'] !== true));
    if (node.type === 'NumericLiteral') add(start, end, String((node['value'] as number) + 1));
    if (node.type === 'ConditionalExpression') {
      const test = node['test'] as Node;
      add(test.span!.start - base, test.span!.end - base, `!(${textOf(test)})`);
    }
    if (node.type === 'IfStatement') {
      const test = node['test'] as Node;
      add(test.span!.start - base, test.span!.end - base, 'false');
    }
    if (node.type === 'ExpressionStatement' && (node['expression'] as Node).type === 'CallExpression') {
      const callee = (node['expression'] as Node)['callee'] as Node;
      if (callee.type !== 'Super') add(start, end, ';');
    }
    if (node.type === 'Identifier' && (node['value'] === 'some' || node['value'] === 'every'))
      add(start, end, node['value'] === 'some' ? 'every' : 'some');
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        // The arguments of a call and the elements of a list stand in a wrapper without a type.
        if (isNode(child)) walk(child);
        else if (typeof child === 'object' && child !== null && 'expression' in child && isNode(child.expression))
          walk(child.expression);
      }
    }
  };
  walk(tree);
  return found;
}

/** Numbers from 0 to 1, the same ones for a seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The tests for a file: the folder that mirrors it, as near as there is one, and then the wider ones. */
function testsFor(path: string): string[] {
  const root = Object.keys(judges).find((folder) => path.startsWith(`${folder}/`))!;
  let near = join('test', dirname(path).slice('src/'.length));
  while (!existsSync(near)) near = dirname(near);
  return [...new Set([near, ...judges[root]!])];
}

function passes(tests: string): boolean {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  // The tests of the built files do not see a change of the source.
  const built = '(bundle|malformed|session|set-ups|start-up|bundled.*)\\.test';
  const args = [...jest, '-w', '1', '--bail', '--testPathIgnorePatterns', built, '--', tests];
  return spawnSync(process.execPath, args, { stdio: 'ignore', timeout: 180_000 }).status === 0;
}

if (execFileSync('git', ['status', '--porcelain', '-uno'], { encoding: 'utf8' }) !== '') {
  console.error('Commit first: the files of this checkout are changed and changed back.');
  process.exit(2);
}
const folders = options.only === undefined ? Object.keys(judges) : [options.only];
const all = folders.flatMap((folder) => globbySync(`${folder}/**/*.ts`).toSorted().flatMap(mutationsOf));
const random = randomNumbers(Number(options.seed));
const drawn = all
  .map((mutation) => ({ mutation, order: random() }))
  .toSorted((one, other) => one.order - other.order)
  .slice(0, Number(options.sample))
  .map(({ mutation }) => mutation);
console.log(`${all.length} changes are possible; ${drawn.length} are drawn (seed ${options.seed})`);
const counts = new Map<string, { noticed: number; all: number }>();
for (const { path, start, end, text } of drawn) {
  const before = readFileSync(path);
  const original = before.subarray(start, end).toString();
  const line = before.subarray(0, start).toString().split('\n').length;
  let by: string | undefined;
  try {
    writeFileSync(path, Buffer.concat([before.subarray(0, start), Buffer.from(text), before.subarray(end)]));
    by = testsFor(path).find((tests) => !passes(tests));
  } finally {
    writeFileSync(path, before);
  }
  if (options.out !== undefined)
    appendFileSync(options.out, `${JSON.stringify({ path, line, original, text, by: by ?? null })}\n`);
  if (by === undefined) console.log(`${path}:${line}: ${original.split('\n')[0]} -> ${text.split('\n')[0]}`);
  const folder = path.split('/').slice(0, 2).join('/');
  const count = counts.get(folder) ?? { noticed: 0, all: 0 };
  counts.set(folder, { noticed: count.noticed + (by === undefined ? 0 : 1), all: count.all + 1 });
}
for (const [folder, { noticed, all: of }] of [...counts].toSorted())
  console.log(`${folder}  ${noticed} of ${of} noticed (${Math.round((100 * noticed) / of)} %)`);
