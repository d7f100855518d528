/** Trees against what real servers 10 to 18 said of the same texts (test/servers/syntax/record-fixture.ts). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Major, majors } from '../../src/catalog/majors.js';
import { parseConf } from '../../src/syntax/conf.js';
import { confErrors, confSettings, type HbaRow, hbaRows } from './server-answers.js';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

interface Answer {
  ask: 'hba-rows' | 'conf-errors' | 'conf-settings';
  /** For pg_hba.conf bytes as Latin-1. */
  text: string;
  majors: Major[];
  answer: unknown[];
}

describe('random files', () => {
  const answers: Answer[] = fixture('syntax.jsonl');

  test('there are answers of every server', () => {
    expect(new Set(answers.flatMap((answer) => answer.majors))).toEqual(new Set(majors.filter((major) => major < 19)));
  });

  test.each(answers.filter(({ ask }) => ask === 'hba-rows'))('pg_hba.conf %#: $majors', ({ text, majors, answer }) => {
    // Where zero bytes glue lines together the server counts lines of its own.
    const shape = (rows: HbaRow[]) => (text.includes('\0') ? rows.map(([, ...row]) => row) : rows);
    for (const major of majors)
      expect(shape(hbaRows(Buffer.from(text, 'latin1'), major))).toEqual(shape(answer as HbaRow[]));
  });

  test.each(answers.filter(({ ask }) => ask !== 'hba-rows'))(
    'postgresql.conf %#: $ask',
    ({ ask, text, majors, answer }) => {
      expect(majors).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18]);
      expect(ask === 'conf-errors' ? confErrors(text) : confSettings(text)).toEqual(answer);
    },
  );
});

describe('the cases with every major’s verdict', () => {
  interface Case {
    id: string;
    file: string;
    text?: string;
    verdicts: Record<string, { error: string | null }>;
  }
  const cases: Case[] = fixture('cases.jsonl').filter((each: Case) => each.file === 'conf' && each.text !== undefined);

  test('the first syntax error of postgresql.conf is the server’s', () => {
    let refused = 0;
    for (const { id, text, verdicts } of cases) {
      for (const { error } of Object.values(verdicts)) {
        const [, line, near] =
          /^syntax error in file "[^"]*postgresql.conf" line (\d+), near ([\s\S]*)$/.exec(error ?? '') ?? [];
        const theirs = line === undefined ? undefined : `${line} ${near}`;
        if (theirs !== undefined) refused++;
        expect({ id, error: confErrors(text!)[0] }).toEqual({ id, error: theirs });
      }
    }
    expect(refused).toBeGreaterThan(500);
  });

  test('a setting that a server shows is one', () => {
    const shown = cases.filter(({ verdicts }) => Object.values(verdicts).every(({ error }) => error === null));
    for (const { text } of shown)
      expect(parseConf(text!).lines.map(({ type }) => type)).not.toContain('ConfSyntaxError');
    expect(shown.length).toBeGreaterThan(100);
  });
});
