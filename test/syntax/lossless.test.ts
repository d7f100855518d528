/** What holds for every text: nodes in order, each inside its parent, and nothing between them but blanks. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Major, majors } from '../../src/catalog/majors.js';
import { parseAuth } from '../../src/syntax/auth.js';
import { parseConf } from '../../src/syntax/conf.js';
import type { AuthLine, AuthTree, ConfTree, Span } from '../../src/syntax/nodes.js';
import { LineTable } from '../../src/syntax/positions.js';

const words = [
  'local',
  'all',
  'a',
  '"',
  '""',
  "'",
  "''",
  ',',
  ' ',
  '\t',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\\',
  '\\\n',
  '\\\r\n',
];
const more = ['#', '=', '1.5', '4MB', '.', '-', 'é', '\u{1f600}', '\ufeff', 'include', '@x', '\\101', '\v'];
const text = fc.array(fc.constantFrom(...words, ...more), { maxLength: 60 }).map((parts) => parts.join(''));
const target = fc.constantFrom(...majors);

/** The pieces of a text that no span covers, in order; fails where spans overlap, run backwards or leave the text. */
function gaps(within: Span, spans: readonly Span[], source: string): string[] {
  let at = within.start;
  const found = spans.map((span) => {
    expect(span.start).toBeGreaterThanOrEqual(at);
    expect(span.end).toBeGreaterThan(span.start);
    const gap = source.slice(at, span.start);
    at = span.end;
    return gap;
  });
  expect(at).toBeLessThanOrEqual(within.end);
  return [...found, source.slice(at, within.end)];
}

function inOrder<T extends Span>(...lists: readonly (readonly T[])[]): T[] {
  return lists.flat().sort((a, b) => a.start - b.start);
}

const wholeOf = (tree: ConfTree | AuthTree): Span => ({ start: 0, end: tree.text.length });
const present = (spans: (Span | undefined)[]) => spans.filter((span) => span !== undefined);

describe('postgresql.conf', () => {
  test('every character belongs to a line, a comment or a gap of blanks', () => {
    fc.assert(
      fc.property(text, (source) => {
        const tree = parseConf(source);
        const between = gaps(wholeOf(tree), inOrder<Span>(tree.lines, tree.comments), source);
        expect(between.join('')).toMatch(/^[ \t\r\n]*$/);
        const table = new LineTable(source);
        for (const line of tree.lines) {
          expect(table.positionAt(line.start).line).toBe(line.line);
          expect(source.slice(line.start, line.end)).not.toContain('\n');
          const near = line.type === 'ConfSyntaxError' ? line.near : undefined;
          const equals = line.type === 'ConfSyntaxError' ? undefined : line.equals;
          const inside = gaps(line, present([line.name, equals, line.value, near]), source);
          if (line.type !== 'ConfSyntaxError') expect(inside.join('')).toMatch(/^[ \t\r]*$/);
        }
        for (const comment of tree.comments) {
          expect(table.positionAt(comment.start).line).toBe(comment.line);
          expect(source.slice(comment.start, comment.end)).toMatch(/^#[^\n]*(?<!\r)$/);
        }
      }),
      { seed: 1, numRuns: 1500 },
    );
  });

  test('what one line is does not depend on the others', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const lines = texts.flatMap((each) => each.split('\n'));
        const alone = lines.flatMap((line, index) =>
          parseConf(line).lines.map((node) => ({ ...node, line: index + 1 })),
        );
        const together = parseConf(lines.join('\n')).lines;
        const known = (node: object) =>
          JSON.stringify(node, (key, value) => (key === 'start' || key === 'end' ? 0 : value));
        expect(together.map(known)).toEqual(alone.map(known));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('authentication files', () => {
  /** What stands between columns: from 14 on also the joints of continued lines. */
  const blanks = (major: Major) => (major < 14 ? /^[ \t\r\n,]*$/ : /^([ \t\r\n,]|\\\r*(\n|$))*$/);

  test('every character belongs to a line, a comment or a gap of blanks', () => {
    fc.assert(
      fc.property(text, target, (source, major) => {
        const tree = parseAuth(source, 'hba', major);
        const between = gaps(wholeOf(tree), inOrder<Span>(tree.lines, tree.comments), source);
        expect(between.filter((gap) => !blanks(major).test(gap))).toEqual([]);
        for (const line of tree.lines) {
          const columns = gaps(line, line.fields, source);
          expect(columns.filter((gap) => !blanks(major).test(gap))).toEqual([]);
          for (const field of line.fields) {
            const commas = gaps(field, field.tokens, source).slice(1, -1);
            expect(commas.filter((gap) => !gap.includes(',') || !blanks(major).test(gap))).toEqual([]);
          }
        }
      }),
      { seed: 1, numRuns: 1500 },
    );
  });

  test('the text of a token without quotes is its value, joints taken out', () => {
    fc.assert(
      fc.property(text, target, (source, major) => {
        for (const line of parseAuth(source, 'hba', major).lines) {
          for (const { start, end, value } of line.fields.flatMap((field) => field.tokens)) {
            const written = source.slice(start, end);
            if (!written.includes('"')) expect(written.replace(/\\\r*\n/g, '')).toBe(value);
          }
        }
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test('what a line is does not depend on those around it', () => {
    const separate = text.map((source) => `${source.replace(/[\\\r\n]+$/, '')}\n`);
    fc.assert(
      fc.property(separate, separate, target, (first, second, major) => {
        const lines = (source: string, by: number) =>
          parseAuth(source, 'hba', major).lines.map((line) => ({
            line: line.line + by,
            columns: line.fields.map((field) =>
              field.tokens.map(({ value, quoted, terminated }) => [value, quoted, terminated]),
            ),
          }));
        const height = first.split('\n').length - 1;
        expect(lines(first + second, 0)).toEqual([...lines(first, 0), ...lines(second, height)]);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test('the line of a record is the first physical line of its logical line', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<Major>(14, 18, 19), (source, major) => {
        const starts = [1];
        const physical = source.split('\n');
        physical.forEach((line, index) => {
          if (!/\\\r*$/.test(line) && index + 1 < physical.length) starts.push(index + 2);
        });
        const table = new LineTable(source);
        for (const line of parseAuth(source, 'hba', major).lines as AuthLine[]) {
          const own = table.positionAt(line.start).line;
          expect(line.line).toBe(starts.filter((start) => start <= own).at(-1));
        }
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
