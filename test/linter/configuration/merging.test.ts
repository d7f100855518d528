/** How configurations come together: compared with a small merger that knows nothing of ours. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rules as ownRules } from '../../../rules/index.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { Configuration, type Overruling } from '../../../src/linter/configuration/configuration.js';
import { Supplies } from '../../../src/linter/configuration/needs.js';
import { presetNames } from '../../../src/linter/configuration/presets.js';
import { resolveEntries } from '../../../src/linter/configuration/rule-settings.js';
import { wordRule } from '../hand-made.js';

const limit = { type: 'integer', default: 1, description: 'x' } as const;
const rules = [
  wordRule('t/base', 'x', { type: 'problem', presets: ['correctness'] }),
  wordRule('t/usual', 'x', {
    type: 'suggestion',
    options: { limit },
    presets: ['recommended', { preset: 'strict', severity: 'error', options: { limit: 5 } }],
  }),
  wordRule('t/hard', 'x', {
    type: 'problem',
    options: { limit },
    presets: [
      { preset: 'recommended', severity: 'warning', options: { limit: 2 } },
      { preset: 'strict', severity: 'warning' },
    ],
  }),
  wordRule('t/extra', 'x', { type: 'suggestion', presets: [] }),
];

/** What each preset says of each rule, written out: severity, and the options where it gives any. */
const said: Record<string, Record<string, [severity: string, limit?: number]>> = {
  correctness: { 't/base': ['error'] },
  recommended: { 't/base': ['error'], 't/usual': ['warning'], 't/hard': ['warning', 2] },
  strict: { 't/base': ['error'], 't/usual': ['error', 5], 't/hard': ['warning'] },
};
const defaults: Record<string, string> = {
  't/base': 'error',
  't/usual': 'warning',
  't/hard': 'error',
  't/extra': 'warning',
};
const presets = Object.keys(said);
const ids = Object.keys(defaults);
const hasLimit = (id: string) => id === 't/usual' || id === 't/hard';

interface Body {
  extends?: string[];
  rules?: Record<string, unknown>;
  postgres?: number;
}
interface File extends Body {
  root?: boolean;
  overrides?: (Body & { files: string; except?: string })[];
  ignores?: string;
}
type Tree = Record<string, File>;

const folders = ['/p', '/p/a', '/p/a/b'];
const paths = ['/p/x.conf', '/p/a/x.conf', '/p/a/y.conf', '/p/a/b/x.conf', '/q/x.conf'];
const globs: Record<string, (name: string) => boolean> = {
  '**/*.conf': () => true,
  'x.conf': (name) => name.endsWith('x.conf'),
  // With a slash it is anchored to its folder.
  'b/**': (name) => name.startsWith('b/'),
};

/** One rule after the other, as docs/configuration.md says it. `undefined` is a rule that nobody speaks of. */
function merge(tree: Tree, path: string, over: Overruling) {
  type State = { severity: string; limit: number; byPreset: boolean };
  let state: Record<string, State> = {};
  let targets: unknown;
  const applyPreset = (name: string) => {
    if (name === 'none') state = {};
    for (const [id, [severity, given]] of Object.entries(said[name] ?? {})) {
      const before = state[id]?.byPreset ? state[id] : undefined;
      const higher = before?.severity === 'error' ? 'error' : severity;
      state[id] = { severity: higher, limit: given ?? before?.limit ?? 1, byPreset: true };
    }
  };
  const applyEntries = (entries: Body['rules'] = {}) => {
    for (const [id, entry] of Object.entries(entries)) {
      const [word, options] = (Array.isArray(entry) ? entry : [entry]) as [string, { limit?: number }?];
      const before = state[id];
      const severity = word !== 'on' ? word : !before || before.severity === 'off' ? defaults[id]! : before.severity;
      state[id] = { severity, limit: options ? (options.limit ?? 1) : (before?.limit ?? 1), byPreset: false };
    }
  };
  const applies = (folder: string, one: { files: string; except?: string }) => {
    const name = path.slice(folder.length + 1);
    return globs[one.files]!(name) && !(one.except !== undefined && globs[one.except]!(name));
  };
  const applyFile = (folder: string, file: File): void => {
    const applyBody = (body: Body) => {
      for (const name of body.extends ?? []) {
        if (name.startsWith('./')) applyFile('/p', tree['/p/base']!);
        else if (over.presets === undefined) applyPreset(name);
      }
      applyEntries(body.rules);
      targets = body.postgres ?? targets;
    };
    applyBody(file);
    for (const one of file.overrides ?? []) if (applies(folder, one)) applyBody(one);
  };
  let chain = folders.filter((folder) => tree[folder] && path.startsWith(`${folder}/`));
  chain = chain.slice(
    Math.max(
      0,
      chain.findLastIndex((folder) => tree[folder]!.root),
    ),
  );
  const ignored = chain.some((folder) => {
    const { ignores } = tree[folder]!;
    return ignores !== undefined && globs[ignores]!(path.slice(folder.length + 1));
  });
  const named = chain.some((folder) => tree[folder]!.extends !== undefined);
  for (const name of over.presets ?? (named ? [] : ['recommended'])) applyPreset(name);
  for (const folder of chain) applyFile(folder, tree[folder]!);
  applyEntries(over.rules);
  const settings = Object.entries(state).map(([id, one]) => [id, one.severity, hasLimit(id) ? one.limit : undefined]);
  return {
    targets: over.targets ?? (targets === undefined ? undefined : [targets]),
    rules: ignored ? [] : settings.sort(),
  };
}

const entry = fc.oneof(
  fc.constantFrom('off', 'warning', 'error', 'on'),
  fc.constantFrom('off', 'warning', 'error', 'on').map((word) => [word]),
);
const entries = fc.dictionary(fc.constantFrom(...ids), entry, { maxKeys: 3, noNullPrototype: true }).chain((plain) =>
  fc.integer({ min: 0, max: 9 }).map((number) =>
    // Some of those that can have options get them, some get an empty object.
    Object.fromEntries(
      Object.entries(plain).map(([id, one], index) => {
        if (!hasLimit(id) || (number + index) % 3 === 0 || typeof one !== 'string') return [id, one];
        return [id, [one, (number + index) % 3 === 1 ? { limit: number } : {}]];
      }),
    ),
  ),
);
const extended = (names: readonly string[]) => fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 });
const body = (names: readonly string[]) => ({
  extends: extended(names),
  rules: entries,
  postgres: fc.constantFrom(14, 16, 18),
});
const override = (names: readonly string[]) =>
  fc.record(
    { ...body(names), files: fc.constantFrom(...Object.keys(globs)), except: fc.constantFrom(...Object.keys(globs)) },
    { requiredKeys: ['files'] },
  );
const file = (names: readonly string[], more: object = {}) =>
  fc.record(
    { ...body(names), ...more, overrides: fc.array(override(names), { maxLength: 2 }) },
    { requiredKeys: [] },
  ) as fc.Arbitrary<File>;
const within = { root: fc.boolean(), ignores: fc.constantFrom('x.conf', 'b/**') };
const tree: fc.Arbitrary<Tree> = fc.record(
  {
    '/p/base': file([...presets, 'none']),
    '/p': file([...presets, 'none', './base'], within),
    '/p/a': file([...presets, 'none'], within),
    '/p/a/b': file([...presets, 'none'], within),
  },
  { requiredKeys: ['/p/base'] },
) as fc.Arbitrary<Tree>;
const overruling: fc.Arbitrary<Overruling> = fc.record(
  {
    presets: fc.uniqueArray(fc.constantFrom(...presets), { minLength: 1 }),
    rules: entries,
    targets: fc.constantFrom([13], [17, 18]),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Overruling>;

async function ours(tree: Tree, path: string, over: Overruling) {
  const texts = Object.entries(tree).map(([folder, config]): [string, string] => {
    const text = JSON.stringify(config).replaceAll('"./base"', '"./base.json"');
    return [folder === '/p/base' ? '/p/base.json' : `${folder}/pgconflint.config.json`, text];
  });
  const supplies = new Supplies(() => Promise.reject(new Error('no code')));
  const fileSystem = new MemoryFileSystem(Object.fromEntries(texts));
  const configuration = new Configuration({ fileSystem, supplies, rules, over });
  const found = await supplies.supply(() => configuration.resolve(path));
  const settings = [...found.rules].map(([id, { severity, options }]) => [id, severity, options['limit']]);
  return { targets: found.targets, rules: settings.sort() };
}

test('any tree of configurations means what the small merger says', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.constantFrom(...paths), overruling, async (files, path, over) => {
      expect(await ours(files, path, over)).toEqual(merge(files, path, over));
    }),
    {
      numRuns: 2000,
      // A preset that holds for some files only takes the place of none.
      examples: [
        [{ '/p/base': {}, '/p': { overrides: [{ files: 'x.conf', extends: ['correctness'] }] } }, '/p/x.conf', {}],
      ],
    },
  );
});

describe('presets mean the same wherever they are named', () => {
  const names = presetNames(ownRules);
  const lists = names.flatMap((one) => names.map((other) => [one, other]));

  test.each(lists)('%s, %s', async (...list) => {
    const config = JSON.stringify({ root: true, extends: list });
    const supplies = new Supplies(() => Promise.reject(new Error('no code')));
    const fileSystem = new MemoryFileSystem({ '/p/pgconflint.config.json': config });
    const extending = new Configuration({ fileSystem, supplies, rules: ownRules });
    const asked = new Configuration({ fileSystem, supplies, rules: ownRules, over: { presets: list } });
    const extended = await supplies.supply(() => extending.resolve('/p/pg_hba.conf').rules);
    const given = await supplies.supply(() => asked.resolve('/p/pg_hba.conf').rules);
    expect(given.size).toBeGreaterThan(0);
    expect(extended).toEqual(given);
    expect(resolveEntries({ presets: list }, ownRules).rules).toEqual(given);
  });
});
