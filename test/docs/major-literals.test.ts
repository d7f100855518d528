import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { firstMajor, lastMajor } from '../../src/catalog/majors.js';

/** Files of code, without what is data: facts of releases name their majors. */
function codeFiles(): string[] {
  return ['src', 'rules', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter(
        (path) => /\.(?:ts|mjs)$/.test(path) && !/catalog\/(?:data|facts|benchmarks)\/|generated|index\.ts$/.test(path),
      )
      .filter((path) => path !== 'src/catalog/majors.ts'),
  );
}

/** A text without its comments. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');

/**
 * Ways to write the oldest or the newest major of the catalogue as a number. That something came with a major
 * (`major < 19`, `since: 19`) is a fact of that major and stays.
 */
const literals = new RegExp(
  [
    `\\b${firstMajor} to (?:\\d\\d|\\$\\{)`,
    `\\bto ${lastMajor}\\b`,
    `(?:[=!]==|\\?\\?|>) ?['"]?${firstMajor}\\b(?!\\d|\\.| \\*)`,
    `(?:[=!]==|\\?\\?|<=|[^=]>) ?['"]?${lastMajor}\\b(?!\\d|\\.)`,
    `, ${lastMajor}\\)`,
    '(?<!\\.)\\bmajors\\.at\\(-\\d\\)|(?<!\\.)\\bmajors\\[0\\]',
  ].join('|'),
);

test('the oldest and the newest major are named, not written as numbers', () => {
  const found = codeFiles().flatMap((path) =>
    code(readFileSync(path, 'utf8'))
      .split('\n')
      .filter((line) => /major|target|postgres|since|until/i.test(line) && literals.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test.each([
  'const text = `by PostgreSQL 10 to 19`;',
  'return targets.to ?? 19;',
  'if (major === 19) return true;',
  'history.since > 10',
  'findRecordType(token.value, 19) // of the newest major',
  'nearestNames(name, majors.at(-1)!, 1);',
  "from: targets.from ?? '10'",
])('the test above finds %s', (line) => {
  expect(literals.test(code(line).replaceAll('19', String(lastMajor)))).toBe(true);
});

test.each(['if (major < 19) return accept(value);', 'targets: { from: 19 },', 'if (major >= 17) return;'])(
  'the test above leaves %s',
  (line) => {
    expect(literals.test(code(line))).toBe(false);
  },
);
