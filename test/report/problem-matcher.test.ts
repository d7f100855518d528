import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../src/catalog/majors.js';
import { visible } from '../../src/report/printable.js';
import { headlineWithTargets } from '../../src/report/wording.js';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';
import { complaintsAbout, type MatcherConfig, matchLines } from './problem-matcher.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { problemMatcher } = JSON.parse(readFileSync(`${root}ci/problem-matcher.json`, 'utf8')) as {
  problemMatcher: MatcherConfig[];
};
const [matcher] = problemMatcher;

interface Found {
  filePath: string;
  messages: {
    ruleId: string;
    severity: 1 | 2;
    line: number;
    column: number;
    headline: string;
    targets: Major[] | null;
  }[];
}

/** What the matcher is to find, from the JSON of the same run. */
async function expected(folder: string, args: string[]): Promise<unknown[]> {
  const { output } = await runIn(folder, [...args, '--format', 'json']);
  return (JSON.parse(output) as Found[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, severity, line, column, headline, targets }) => ({
      file: filePath.slice(folder.length + 1),
      line: String(line),
      column: String(column),
      severity: severity === 2 ? 'error' : 'warning',
      code: ruleId,
      message: visible(headlineWithTargets({ headline, targets: targets ?? undefined })).replaceAll('\t', ' '),
    })),
  );
}

describe('ci/problem-matcher.json', () => {
  test('is one that GitHub’s runner accepts', () => {
    expect(problemMatcher.flatMap(complaintsAbout)).toEqual([]);
    expect(new Set(problemMatcher.map(({ owner }) => owner)).size).toBe(problemMatcher.length);
  });

  test('finds every problem of the insecure example, and nothing else, in --format concise', async () => {
    const folder = root.replace(/\/$/, '');
    const args = ['examples/insecure', '--preset', 'strict'];
    const { output } = await runIn(folder, [...args, '--format', 'concise']);
    const all = await expected(folder, args);
    expect(all.length).toBeGreaterThan(30);
    expect(matchLines(matcher!, `npm warn something 1:2:3\n${output}exit status 1\n`)).toEqual(all);
  });

  test.each([
    ['a colon and a blank in the path', { 'a: b:1/pg_hba.conf': 'local all all trust\n' }],
    ['several files', { 'a/pg_hba.conf': 'local all all trust\n', 'b/postgresql.conf': 'ssl = maybe\nprot = 1\n' }],
    ['control characters in the file', { 'pg_hba.conf': 'local all all tr\u001b[31must\t\u0007\n' }],
  ])('%s', async (_, files) => {
    const folder = makeFolder(files);
    const { output } = await runIn(folder, ['--format', 'concise']);
    expect(matchLines(matcher!, output)).toEqual(await expected(folder, []));
  });
});

/** The runner's own loop, tried on a matcher of two lines as its documentation shows one. */
test('a matcher of several lines goes on until a line does not fit', () => {
  const twoLines: MatcherConfig = {
    owner: 'x',
    severity: 'warning',
    pattern: [
      { regexp: '^(\\S+\\.conf)$', file: 1 },
      { regexp: '^ (\\d+) (.+)$', line: 1, message: 2, loop: true },
    ],
  };
  expect(complaintsAbout(twoLines)).toEqual([]);
  const found = matchLines(twoLines, 'a.conf\n 1 one\n 2 \u001b[31mtwo\u001b[0m\n\n 3 lost\nb.conf\n 4 four');
  expect(found.map(({ file, line, message, severity }) => `${file}:${line} ${message} ${severity}`)).toEqual([
    'a.conf:1 one warning',
    'a.conf:2 two warning',
    'b.conf:4 four warning',
  ]);
  expect(complaintsAbout({ owner: '', severity: 'bad', pattern: [{ regexp: '(a)', file: 2, loop: true }] })).toEqual([
    'owner is empty',
    'severity bad',
    'a loop that is not the last of several',
    'a loop without a message',
    'file names no group',
    'no message',
  ]);
});
