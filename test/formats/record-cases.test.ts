import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { developmentMajor, majors } from '../../src/catalog/majors.js';
import type { HbaRecord, IdentMapping, ReadingError } from '../../src/cluster/types.js';
import { hba, ident } from '../cluster/reading.js';

interface Verdict {
  ok: boolean;
}

interface Case {
  id: string;
  file: 'conf' | 'hba' | 'ident';
  text: string;
  text_b64?: string;
  files?: Record<string, string>;
  build_dependent?: boolean;
  verdicts: Record<string, Verdict>;
  debian_15: Verdict;
  debian_18: Verdict;
}

const cases = readFileSync('test/fixtures/cases.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line))
  .filter((each) => each.file !== 'conf');

/** The data folder of the servers has a folder of this name, which some cases use as a file. */
const inDataFolder = { 'base/1/PG_VERSION': '' };

/** The verdict of a server that is an authority on the case: npm builds of 11 to 18 lack LDAP, GSSAPI and PAM. */
function verdictOf(each: Case, major: number): boolean | undefined {
  if (!each.build_dependent || major === 10 || major === 19) return each.verdicts[major]!.ok;
  if (major === 15) return each.debian_15.ok;
  return major === 18 ? each.debian_18.ok : undefined;
}

function isBroken(row: HbaRecord | IdentMapping | ReadingError): boolean {
  return 'code' in row || row.error?.severity === 'error';
}

describe('every case of pg_hba.conf and pg_ident.conf has the verdict of the servers', () => {
  // The major in development has no server that was asked.
  test.each(majors.filter((major) => major !== developmentMajor))('%s', (major) => {
    const wrong: string[] = [];
    let compared = 0;
    for (const each of cases) {
      const server = verdictOf(each, major);
      if (server === undefined) continue;
      const text = each.text_b64 === undefined ? each.text : Buffer.from(each.text_b64, 'base64');
      const files = { ...inDataFolder, ...each.files };
      const reading = each.file === 'hba' ? hba(text, major, files) : ident(text, major, files);
      const broken = reading.rows!.some(isBroken);
      // 19 was judged by its view, which shows no row for a file without entries although the server refuses it.
      const empty = major !== 19 && reading.errors.some((error) => error.code === 'no-entries');
      compared++;
      if (server === (broken || empty))
        wrong.push(`${each.id}: the server says ${server ? 'it loads' : 'it does not load'}`);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(600);
  });
});
