import { describe, expect, test } from '@jest/globals';
import { majors } from '../../src/catalog/majors.js';
import { findParameter } from '../../src/catalog/parameters.js';
import { formats, recordFormats } from '../../src/formats/index.js';
import { recordFileParameters } from '../../src/formats/names.js';
import { parse } from '../../src/formats/parse.js';
import { kindByName } from '../../src/formats/recognize.js';
import { authKinds, fileKinds } from '../../src/syntax/kinds.js';

describe('the kinds of files', () => {
  test('each stands under its own name, with a visitor and languages that no other one has', () => {
    expect(Object.keys(formats).sort()).toEqual([...fileKinds].sort());
    for (const kind of fileKinds) expect(formats[kind].kind).toBe(kind);
    const visitors = fileKinds.map((kind) => formats[kind].visitor);
    expect(new Set(visitors).size).toBe(fileKinds.length);
    const languages = fileKinds.flatMap((kind) => [...formats[kind].languages]);
    expect(new Set(languages).size).toBe(languages.length);
    for (const name of languages) expect(name).toMatch(/^[a-z]+$/);
  });

  test("the server's own name tells the kind, and its text is parsed as that kind", () => {
    for (const kind of fileKinds) {
      expect(kindByName(`/etc/${formats[kind].fileName}`)).toBe(kind);
      expect(parse('', kind, 18).kind).toBe(kind);
    }
  });

  test('no two formats can have more than their share of one text', () => {
    for (const kind of fileKinds) expect(formats[kind].share).toBeGreaterThanOrEqual(0.5);
  });

  test('files of records are named by parameters of which the catalogue knows the first major', () => {
    for (const kind of authKinds) {
      const { parameter, since } = recordFormats[kind];
      expect({ kind, since: since ?? 10 }).toEqual({
        kind,
        since: majors.find((major) => findParameter(parameter, major) !== undefined),
      });
    }
    expect(recordFileParameters).toEqual(['hba_file', 'ident_file', 'hosts_file']);
  });
});
