import { expect, test } from '@jest/globals';
import { libraries } from '../../src/catalog/libraries.js';
import { majors } from '../../src/catalog/majors.js';
import { extensionParametersOf } from '../../src/catalog/parameters.js';
import { shippedLibrary } from '../../src/catalog/shipped-libraries.js';

// Seen on servers of all majors: a library is one that LOAD takes.
test.each([
  ['pg_stat_statements', { since: 10, until: undefined }],
  ['adminpack', { since: 10, until: 16 }],
  ['chkpass', { since: 10, until: 10 }],
  ['old_snapshot', { since: 14, until: 16 }],
  ['basic_archive', { since: 15, until: undefined }],
  ['pg_plan_advice', { since: 19, until: undefined }],
  ['timescaledb', undefined],
])('%s', (name, expected) => {
  expect(shippedLibrary(name)).toEqual(expected);
});

test('a library has parameters only in majors that ship it', () => {
  for (const major of majors) {
    for (const { name, library } of extensionParametersOf(major)) {
      const shipped = libraries.get(library!)?.shipped ? shippedLibrary(library!) : undefined;
      if (shipped === undefined) continue;
      expect([name, major >= shipped.since && major <= (shipped.until ?? major)]).toEqual([name, true]);
    }
  }
});
