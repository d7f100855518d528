import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../src/catalog/majors.js';
import { findParameter } from '../../src/catalog/parameters.js';
import { readValue } from '../../src/values/read.js';

interface Recorded {
  name: string;
  text: string;
  /** A major or a range of majors → what `postgres -C` printed, or null where the value was refused. */
  answers: Record<string, string | null>;
}

const lines = readFileSync(new URL('../fixtures/values.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const byName = new Map<string, Recorded[]>();
for (const line of lines) {
  const one = JSON.parse(line) as Recorded;
  byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
}

/** Printed with something of the machine in it, or not decided by files. */
const undecided = new Map<string, RegExp>([
  ['wal_compression', /lz4|zstd/i],
  ['TimeZone', /^(posix\/.*|posixrules|localtime|America\/Coyhaique|interval .*)$/i],
  ['log_timezone', /^(posix\/.*|posixrules|localtime|America\/Coyhaique)$/i],
  ['timezone_abbreviations', /^[A-Za-z]+$/],
  ['lc_messages', /./],
  ['lc_time', /./],
  ['log_destination', /eventlog/],
  ['recovery_target_time', /./],
]);

function majorsOf(range: string): Major[] {
  const [from, to = from] = range.split('-').map(Number) as [number, number | undefined];
  return Array.from({ length: to! - from + 1 }, (_, at) => (from + at) as Major);
}

function ours(name: string, text: string, major: Major): string | null | undefined {
  const reading = readValue(findParameter(name, major)!, text, major);
  return reading.ok === undefined ? undefined : reading.ok ? reading.canonical : null;
}

describe('what servers of 10 to 18 print or refuse', () => {
  test('the fixture is whole', () => {
    expect(byName.size).toBeGreaterThan(60);
    expect(lines.length).toBeGreaterThan(3000);
  });
  test.each([...byName])('%s', (name, cases) => {
    const wrong: string[] = [];
    for (const { text, answers } of cases) {
      for (const [range, answer] of Object.entries(answers)) {
        for (const major of majorsOf(range)) {
          const mine = ours(name, text, major);
          if (mine === answer) continue;
          const isUndecided = mine === undefined && (undecided.get(name)?.test(text) || /^\s*0b/i.test(text));
          if (!isUndecided) wrong.push(`${major}: ${JSON.stringify(text)} is ${answer} to the server, ${mine} to us`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
