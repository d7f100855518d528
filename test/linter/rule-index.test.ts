import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import { ClusterFinder, type FoundCluster } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { combinePresets, presetNames } from '../../src/linter/configuration/presets.js';
import { lint } from '../../src/linter/engine/lint.js';
import type { Rule } from '../../src/linter/rule.js';
import { indexEntry, rulesOfIndex } from '../../src/linter/rule-index.js';

/** The index as a build keeps it: as JSON. */
const entries = JSON.parse(JSON.stringify(rules.map((rule) => indexEntry(rule, rule.id.split('/')[0]!))));
const groupOf = (group: string) => rules.filter((rule) => rule.id.startsWith(`${group}/`));

describe('the index of the rules', () => {
  test('gives every rule with its whole meta', () => {
    const indexed = rulesOfIndex(entries, groupOf);
    for (const [at, rule] of rules.entries()) {
      const { id, meta } = indexed[at]!;
      expect(id).toBe(rule.id);
      for (const name of Object.keys(rule.meta) as (keyof Rule['meta'])[])
        expect([name, meta[name]]).toEqual([name, rule.meta[name]]);
    }
  });

  test('gives the same presets', () => {
    const indexed = rulesOfIndex(entries, groupOf);
    expect(presetNames(indexed)).toEqual(presetNames(rules));
    for (const name of presetNames(rules))
      expect(combinePresets([name], indexed)).toEqual(combinePresets([name], rules));
  });

  // rulesOfIndex says of which files a rule speaks, by its folder; the engine does not run it without one.
  test.each(['insecure', 'hardened'])('the rules of a file say nothing of settings alone: %s', (example) => {
    const text = readFileSync(new URL(`../../examples/${example}/postgresql.conf`, import.meta.url), 'utf8');
    const fileSystem = new MemoryFileSystem({ '/c/postgresql.conf': text });
    const finder = new ClusterFinder(fileSystem, { workspace: ['/c'] });
    const [{ definition }] = finder.find(['/c/postgresql.conf']) as [FoundCluster];
    const settings = combinePresets(['all'], rules);
    const { files } = lint({
      sources: [
        { path: definition.path, load: (target) => loadCluster(definition, fileSystem, target, finder.readerOptions) },
      ],
      rules,
      resolveConfig: () => ({ rules: settings, targets: [12, 16, 19] }),
      today: '2026-11-22',
    });
    const spoke = files.flatMap(({ problems }) => problems.map(({ ruleId }) => ruleId));
    expect(spoke.filter((id) => /^(?:hba|ident|hosts)\//.test(id))).toEqual([]);
    expect(spoke.length).toBeGreaterThan(0);
  });

  test('loads no code for the presets that most use', () => {
    const indexed = rulesOfIndex(entries, (group) => {
      throw new Error(`${group} is loaded`);
    });
    for (const name of ['correctness', 'recommended', 'strict', 'all']) combinePresets([name], indexed);
  });

  test('loads a group once, when one of its rules is used', () => {
    const loaded: string[] = [];
    const indexed = rulesOfIndex(entries, (group) => {
      loaded.push(group);
      return groupOf(group);
    });
    const ident = indexed.filter(({ id }) => id.startsWith('ident/'));
    for (const { meta } of ident) expect(meta.messages).toBeDefined();
    expect(loaded).toEqual(['ident']);
  });

  test('refuses a preset whose options do not fit', () => {
    const rule: Rule = {
      id: 'conf/broken',
      meta: {
        type: 'problem',
        summary: '',
        category: 'correctness',
        messages: {},
        presets: [{ preset: 'strict', options: { limit: 1 } }],
      },
      create: () => ({}),
    };
    expect(() => indexEntry(rule, 'conf')).toThrow('conf/broken has no options');
  });
});
