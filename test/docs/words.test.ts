/** What people read uses PostgreSQL's words: docs/writing-rules.md has the list. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import { loadDescriptions } from '../../src/catalog/descriptions.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Where one of the words is the right one. */
const allowed: Readonly<Record<string, RegExp>> = {
  behind: /\b(?:fall|falls|fallen|falling|lags?|left|leaves it|look-) ?behind\b/i,
  blank: /\bblank line/i,
  'is no': /\b(?:there (?:is|are) no|(?:is|are) no (?:longer|more|need|other)\b)/i,
};

const table = /### Words\n([\s\S]*?)\n## /.exec(read('docs/writing-rules.md'))![1]!;
const words = [...table.matchAll(/^\| ([a-z][^|]*?) +\| /gm)]
  .map(([, list]) => list!)
  .filter((list) => list !== 'not')
  .flatMap((list) => list.split(', '));

/** The sentences of a text in which a word on the list stands. */
function found(text: string): string[] {
  return text
    .replace(table, '')
    .split(/(?<=[.:;!?])\s|\n/)
    .filter((sentence) =>
      words.some((word) => {
        const places = sentence.match(new RegExp(`\\b${word}\\b(?! one)`, 'gi')) ?? [];
        return places.length > 0 && !(allowed[word.replace(/^are /, 'is ')]?.test(sentence) ?? false);
      }),
    );
}

test('the list is read', () => {
  expect(words).toEqual(expect.arrayContaining(['mended', 'anew', 'kept quiet', 'are no']));
  expect(found('Set it anew. This is no number. There is no file. It falls behind.')).toEqual([
    'Set it anew.',
    'This is no number.',
  ]);
});

test.each(rules.map((rule) => [rule.id, rule] as const))('messages and page of %s', (id, rule) => {
  const { messages, summary, together = '' } = rule.meta;
  expect(found([summary, together, ...Object.values(messages)].join('\n'))).toEqual([]);
  expect(found(read(`rules/${id}.md`))).toEqual([]);
});

const pages = readdirSync(new URL('docs', root)).filter((name) => name.endsWith('.md'));

test.each(['README.md', 'CONTRIBUTING.md', 'editors/vscode/README.md', ...pages.map((name) => `docs/${name}`)])(
  '%s',
  (path) => {
    expect(found(read(path))).toEqual([]);
  },
);

test('what is said of parameters', async () => {
  expect(found([...(await loadDescriptions()).values()].join('\n'))).toEqual([]);
});
