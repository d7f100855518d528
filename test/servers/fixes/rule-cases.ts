/** The cases of the rule tester, collected from the tests of the rules without running them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
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
const collector: Plugin = {
  name: 'collector',
  setup(builder) {
    builder.onResolve({ filter: /\/rule-tester\.js$/ }, () => ({ path: 'collector', namespace: 'collector' }));
    builder.onLoad({ filter: /.*/, namespace: 'collector' }, () => ({
      contents:
        'export const collected = []; export const testRule = (rule, cases) => { collected.push({ rule, cases }); };',
    }));
  },
};

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
    await build({
      stdin: {
        contents: [
          ...tests.map((path) => `import ${JSON.stringify(`./${path}`)};`),
          "export { collected } from './rule-tester.js';",
        ].join('\n'),
        resolveDir: folder,
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      plugins: [collector],
      // The package says that its modules have no side effects; the tests have one.
      ignoreAnnotations: true,
      logLevel: 'error',
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
