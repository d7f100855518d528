import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { randomEdits } from './random-edits.js';

const folder = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

// The long run is a program of its own: test/editors/random-edits.ts.
test.each([
  [1, false, 'utf-16'],
  [2, true, 'utf-8'],
] as const)(
  'texts and diagnostics stay those of the client and of the command line (seed %i)',
  async (seed, pulls, columns) => {
    const outcome = await randomEdits({
      folders: { a: folder('hardened'), b: folder('insecure') },
      seed,
      edits: 160,
      batch: 40,
      time: 20_000,
      pulls,
      columns,
    });
    expect(outcome.difference).toBeUndefined();
    expect(outcome.diagnostics).toBeGreaterThan(50);
  },
  60_000,
);
