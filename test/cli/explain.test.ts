import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import { pageOf } from '../../src/cli/commands/explain/pages.js';
import { plainMarkdown } from '../../src/cli/commands/explain/plain-markdown.js';
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
    expect(errors).toBe('pgconflint: There is no rule and no parameter hba/no-trsut. Did you mean hba/no-trust?\n');
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
