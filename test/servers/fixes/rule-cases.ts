/** The cases of the rule tester, collected from the tests of the rules without running them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'rolldown';
import type { Rule } from '../../../src/linter/rule.js';
import type { InvalidCase, RuleCases } from '../../../src/linter/rule-tester/cases.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** An invalid case with the rule that it is for. */
export interface RuleCase {
  ruleId: string;
  /** Its number among the invalid cases of its rule, counted from 1. */
  number: number;
  testCase: InvalidCase;
}

/** In place of the rule tester: keeps what it is given. */
const collecting =
  'export const collected = []; export const testRule = (rule, cases) => { collected.push({ rule, cases }); };';

/** In place of Jest: what a file tests beside the cases of its rule is not run. */
const withoutJest = `const nothing = new Proxy(function () {}, { get: () => nothing, apply: () => nothing });
export { nothing as afterAll, nothing as beforeAll, nothing as describe, nothing as expect, nothing as test };`;

/** Reads `entry` as the given text, and every import of the rule tester as the collector. */
function collector(entry: string): Plugin {
  return {
    name: 'collector',
    resolveId(source) {
      if (source === 'entry') return '\0entry';
      if (source === '@jest/globals') return '\0jest';
      return source.endsWith('/rule-tester.js') ? '\0collector' : undefined;
    },
    load(id) {
      if (id === '\0entry') return { code: entry, moduleType: 'js' };
      if (id === '\0jest') return { code: withoutJest, moduleType: 'js' };
      return id === '\0collector' ? { code: collecting, moduleType: 'js' } : undefined;
    },
  };
}

/**
 * Gives every invalid case that the tests of the rules state.
 *
 * @throws where a test does not compile
 */
export async function collectRuleCases(): Promise<RuleCase[]> {
  const folder = join(root, 'test/rules');
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('/') && path.endsWith('.test.ts'))
    .sort();
  const scratch = mkdtempSync(join(tmpdir(), 'pgconflint-cases-'));
  try {
    const outfile = join(scratch, 'cases.mjs');
    const imports = tests.map((path) => `import ${JSON.stringify(join(folder, path))};`);
    await build({
      input: 'entry',
      platform: 'node',
      // The package says that its modules have no side effects; the tests have one.
      treeshake: false,
      plugins: [collector([...imports, "export { collected } from './rule-tester.js';"].join('\n'))],
      output: { file: outfile, format: 'esm', codeSplitting: false },
      logLevel: 'warn',
    });
    const { collected } = (await import(pathToFileURL(outfile).href)) as {
      collected: { rule: Rule; cases: RuleCases }[];
    };
    return collected.flatMap(({ rule, cases }) =>
      cases.invalid.map((testCase, index) => ({ ruleId: rule.id, number: index + 1, testCase })),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
