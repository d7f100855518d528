import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { isSaid } from './said.js';

/** What servers did with files of which a rule says what they do; recorded by test/servers/values/claims.ts. */
interface Claim {
  rule: string;
  files: Record<string, string>;
  verdicts: Record<string, boolean>;
}

const claims = readFileSync(new URL('../fixtures/claims.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Claim);

describe('what rules say that servers do', () => {
  test.each(claims)('$rule, of $files', (claim) => {
    const said = Object.keys(claim.verdicts).map((major) => [major, isSaid(claim, Number(major))]);
    expect(Object.fromEntries(said)).toEqual(claim.verdicts);
  });
});
