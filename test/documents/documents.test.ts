import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentsIn } from '../../src/documents/carrier.js';
import { carriedId, isCarried, pathOfDocument } from '../../src/documents/document.js';
import { changeInFile, placeInFile, textOfFile } from '../../src/documents/places.js';
import { carry, layouts, placeMeant, surroundings } from './carried.js';
import { testCarrier } from './carrier.js';

/** Lines as they stand in documents: none starts with a space, which would change a block's indentation. */
const line = fc
  .string({ unit: fc.constantFrom('a', 'b', ' ', '"', '\\', '#', '\t', 'é', '😀', "'", '-', ':'), maxLength: 12 })
  .map((text) => text.trim());
const texts = fc.array(line, { maxLength: 6 }).map((lines) => lines.map((one) => `${one}\n`).join(''));
const files = fc.tuple(texts, texts, layouts, layouts, surroundings).map(([conf, hba, first, second, around]) =>
  carry(
    [
      ['conf', conf],
      ['hba', hba],
    ],
    [first, second],
    around,
  ),
);

function read(text: string) {
  const [cluster] = documentsIn('/c/a.carrier', { text, encoding: 'utf-8' }, [testCarrier]);
  return cluster!.documents;
}

describe('the documents of a file that carries them', () => {
  test('are what was written into it, under ids of their own', () => {
    fc.assert(
      fc.property(files, ({ text, documents }) => {
        const found = read(text);
        expect(found.map((one) => [one.kind, one.text])).toEqual(documents.map((one) => [one.kind, one.text]));
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const document of found) {
          expect(pathOfDocument(document.id)).toBe('/c/a.carrier');
          expect(isCarried(document.id)).toBe(true);
          expect(textOfFile(document)).toBe(text);
        }
      }),
    );
  });

  test('every span has the place where it was written, and every place leads back', () => {
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(), fc.nat(), ({ text, documents }, which, a, b) => {
        const index = which % documents.length;
        const written = documents[index]!;
        const document = read(text)[index]!;
        const [one, other] = [a % (written.text.length + 1), b % (written.text.length + 1)];
        const span = { start: Math.min(one, other), end: Math.max(one, other) };
        expect(placeInFile(document, span)).toEqual(placeMeant(written, span.start, span.end));
        const back = document.map!.offsetAt(written.at[span.start]!);
        expect(back).toBe(written.at.indexOf(written.at[span.start]!));
        expect(document.map!.nearestOffset(written.at[span.start]!)).toBe(back);
      }),
      { numRuns: 500 },
    );
  });

  test('a change is that very change of the document and of nothing else, or is refused', () => {
    const changes = fc.string({ unit: fc.constantFrom('x', '"', '\\', '\n', 'é'), maxLength: 4 });
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(), fc.nat(), changes, ({ text, documents }, which, a, b, inserted) => {
        const index = which % documents.length;
        const { text: before, style } = documents[index]!;
        const [one, other] = [a % (before.length + 1), b % (before.length + 1)];
        const change = { start: Math.min(one, other), end: Math.max(one, other), text: inserted };
        const written = changeInFile(read(text)[index]!, change);
        const isOverLines = before.slice(change.start, change.end).includes('\n') || inserted.includes('\n');
        const meant = before.slice(0, change.start) + inserted + before.slice(change.end);
        if (written === undefined) {
          const hasNoLine = style === 'list' && (isOverLines || change.start === before.length);
          expect(hasNoLine || (style === 'block' && /^\n* /.test(meant))).toBe(true);
          return;
        }
        const changed = text.slice(0, written.start) + written.text + text.slice(written.end);
        const found = read(changed);
        const isWhole = meant === '' || meant.endsWith('\n') || style === 'quoted';
        expect(found[index]!.text).toBe(isWhole ? meant : `${meant}\n`);
        expect(found[1 - index]!.text).toBe(documents[1 - index]!.text);
      }),
      { numRuns: 1000 },
    );
  });
});

test('ids of plain documents are their paths', () => {
  expect(pathOfDocument('/etc/pg_hba.conf')).toBe('/etc/pg_hba.conf');
  expect(isCarried('/etc/pg_hba.conf')).toBe(false);
  // A buffer that was never saved.
  expect(isCarried('/\0untitled%3AUntitled-1/Untitled-1')).toBe(false);
  expect(pathOfDocument(carriedId('/a/b.yaml', 'main', 'hba'))).toBe('/a/b.yaml');
});
