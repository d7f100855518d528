/** The plugin that makes our parsers fast must change nothing that they give or say: each is compared with plain Peggy. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import peggy from 'peggy';
import { AuthTokens } from '../../src/syntax/auth-tokens.js';
import { commentAt } from '../../src/syntax/comments.js';
import * as confNodes from '../../src/syntax/conf-nodes.js';
import { characterClassNames, collatingElements } from '../../src/syntax/regular-expression-names.js';

interface Grammar {
  name: string;
  sources: string[];
  startRules: string[];
}
type Parse = (input: string, options: object) => unknown;

const folder = new URL('../../grammar/', import.meta.url);
const { grammars } = (await import(new URL('grammars.mjs', folder).href)) as { grammars: Grammar[] };

/** What each parser wants from its caller. */
const options: Record<string, (text: string) => object> = {
  conf: () => ({ comments: [], nodes: confNodes }),
  'auth-10': (text) => ({ comments: [], commentAt, tokens: new AuthTokens(text) }),
  'auth-19': (text) => ({ comments: [], commentAt, tokens: new AuthTokens(text) }),
  'regular-expression': () => ({
    major: 16,
    classNames: characterClassNames(16),
    elementNames: collatingElements,
    maximumDepth: 100,
  }),
};

/** The characters and words that a grammar knows, and some that it does not. */
function wordsOf(ast: unknown): string[] {
  const words = new Set(['a', ' ', '\n', '0', 'é', '\u{1f600}', '\0']);
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value, parts } = node as { type?: string; value?: string; parts?: (string | string[])[] };
    if (type === 'literal' && value) words.add(value);
    if (type === 'class') for (const part of parts?.flat() ?? []) words.add(part);
    for (const [key, child] of Object.entries(node)) if (key !== 'location') visit(child);
  };
  visit(ast);
  return [...words];
}

function outcome(parse: Parse, input: string, given: object): unknown {
  try {
    const value = parse(input, given);
    // Lines of authentication files make their columns when they are asked for, as for JSON.
    return { value, written: JSON.stringify(value), given };
  } catch (error) {
    if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    const { message, expected, found, location } = error as Error & Record<string, unknown>;
    return { message, expected, found, location };
  }
}

test.each(grammars)('$name', async ({ name, sources, startRules }) => {
  const texts = sources.map((source) => ({ source, text: readFileSync(new URL(source, folder), 'utf8') }));
  const plain = peggy.generate(texts as never, { allowedStartRules: startRules }).parse as Parse;
  const ours = ((await import(`../../src/syntax/generated/${name}.js`)) as { parse: Parse }).parse;
  const words = wordsOf(peggy.generate(texts as never, { allowedStartRules: startRules, output: 'ast' }));
  const input = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(input, fc.constantFrom(...startRules), (text, startRule) => {
      const given = () => ({ ...options[name]?.(text), startRule });
      expect(outcome(ours, text, given())).toEqual(outcome(plain, text, given()));
    }),
    { seed: 1, numRuns: 700 },
  );
});
