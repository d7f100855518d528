import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import { plainMarkdown } from '../../src/cli/commands/explain/plain-markdown.js';
import { words } from '../../src/cli/commands/explain/words.js';
import { pageOf } from '../../src/project/rule-pages.js';
import { runIn } from './terminal.js';

const explain = (...args: string[]) => runIn('/', ['explain', ...args]);

describe('pgconflint explain RULE', () => {
  test('prints the page, wrapped and without marks', async () => {
    const { code, output } = await explain('hba/no-trust');
    expect(code).toBe(0);
    expect(output).toMatch(/^hba\/no-trust\n=+\n\nDisallow the method trust/);
    expect(output).toContain('WHY IT MATTERS');
    expect(output).toContain('    host    all   all   10.0.0.0/8     trust\n');
    expect(output).not.toContain('```');
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('takes the name without its group where that is clear', async () => {
    expect((await explain('no-trust')).output).toMatch(/^hba\/no-trust\n/);
  });

  test('every rule has a page', () => {
    for (const rule of rules) expect([rule.id, pageOf(rule)?.startsWith(`# ${rule.id}\n`)]).toEqual([rule.id, true]);
  });

  test('colours code instead of marking it', () => {
    const shown = plainMarkdown('# a\n\nSet `ssl = on`, see [the manual](https://example.com/x).\n', {
      columns: 80,
      color: true,
    });
    expect(shown).toBe('\x1b[1ma\x1b[22m\n\nSet \x1b[36mssl = on\x1b[39m, see the manual (https://example.com/x).\n');
  });

  test('says what it did not find, with the nearest name', async () => {
    const { code, errors } = await explain('hba/no-trsut');
    expect(code).toBe(2);
    expect(errors).toBe(
      'pgconflint: There is no rule, parameter, word of pg_hba.conf, preset or control hba/no-trsut. Did you mean hba/no-trust?\n',
    );
    expect((await explain('work_men')).errors).toContain('Did you mean work_mem');
    expect((await explain()).code).toBe(2);
  });
});

describe('pgconflint explain PARAMETER', () => {
  test('tells type, range, default by major, and when a change takes effect', async () => {
    const { code, output } = await explain('password_encryption');
    expect(code).toBe(0);
    expect(output).toContain('- default, in 10 to 13: md5\n');
    expect(output).toContain('- default, in 14 to 20: scram-sha-256\n');
    expect(output).toContain('- conf/password-encryption\n');
    const memory = (await explain('shared_buffers')).output;
    expect(memory).toContain('- range: 128 kB to');
    expect(memory).toContain('- takes effect: at the next restart (postmaster)\n');
  });

  test('tells of what is gone, of what came later and of libraries', async () => {
    expect((await explain('wal_keep_segments')).output).toMatch(/known: by PostgreSQL 10 or earlier to 12/);
    expect((await explain('wal_keep_segments')).output).toContain('in its place: wal_keep_size');
    expect((await explain('checkpoint_segments')).output).toContain('known: by no PostgreSQL from 10 to 20');
    expect((await explain('scram_iterations')).output).toContain('known: by PostgreSQL 16 to 20');
    expect((await explain('pg_stat_statements.max')).output).toContain('library pg_stat_statements is loaded');
  });

  test('prints JSON for other programs', async () => {
    const data = JSON.parse((await explain('DATESTYLE', '--json')).output);
    expect(data.name).toBe('DateStyle');
    expect(data.since).toBe(10);
    expect(data.description.length).toBeGreaterThan(10);
  });

  test('common words count as mentions only where they are names', async () => {
    const data = JSON.parse((await explain('role', '--json')).output);
    expect(data.rules).not.toContain('hba/no-trust');
  });
});

describe('pgconflint explain WORD', () => {
  test('tells of a method: where it may stand, its options, what it needs', async () => {
    const { code, output } = await explain('ldap');
    expect(code).toBe(0);
    expect(output).toMatch(/^ldap\n=+\n\nAn authentication method of pg_hba\.conf\./);
    expect(output).toMatch(/- options: .*\bldapurl\b/s);
    expect(output).toContain('- needs: a server that was built with LDAP\n');
    expect(output).toContain('- hba/ldap-over-tls\n');
    expect((await explain('radius')).output).toContain('- known: by PostgreSQL 10 or earlier to 18\n');
    expect((await explain('oauth')).output).toContain('- known: by PostgreSQL 18 to 20\n');
  });

  test('tells of a connection type, an option and a keyword', async () => {
    expect((await explain('hostgssenc')).output).toMatch(/A connection type.*\n\n- known: by PostgreSQL 12 to 20\n/s);
    expect((await explain('clientname')).output).toMatch(/- in records for: hostssl\n- value: CN or DN\n/);
    expect((await explain('samenet')).output).toContain('- as address: ');
  });

  test('explains a name once for each meaning', async () => {
    const { output } = await explain('all');
    expect(output).toMatch(/A keyword of pg_hba\.conf.*\nA preset: every rule/s);
    const data = JSON.parse((await explain('all', '--json')).output);
    expect(data.map(({ kind }: { kind: string }) => kind)).toEqual(['keyword', 'preset']);
  });

  test('every word has a page', async () => {
    for (const word of words) expect([word, (await explain(word)).code]).toEqual([word, 0]);
  });
});

describe('pgconflint explain PRESET and CONTROL', () => {
  test('lists the rules of a preset with their severities in it', async () => {
    const { output } = await explain('style');
    expect(output).toMatch(/^style\n=+\n\nA preset: how files are written/);
    expect(output).toContain('- conf/bool-style (warning): ');
    expect((await explain('strict')).output).toContain('- conf/fsync (error): ');
    expect((await explain('cis-16')).output).toMatch(/audit --benchmark cis-16/);
  });

  test('tells what a control asks for, for all editions or for one', async () => {
    const { output } = await explain('6.8');
    expect(output).toContain('- benchmark: cis-13, cis-14, cis-15, cis-16, cis-17, cis-18\n');
    expect(output).toContain('- passes where: ssl is on\n');
    expect(output).toContain('- conf/ssl-on\n');
    expect((await explain('cis-16/6.8')).output).toContain('- benchmark: cis-16\n');
    expect((await explain('cis-16/99')).code).toBe(2);
  });
});
