/** Logs that real servers wrote (test/servers/logs/run.ts --record), in every format, give back the decisions. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { LoggedLogins } from '../../src/logs/logins.js';
import { formatOf, readerOf } from '../../src/logs/readers.js';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';
import { members } from '../servers/logins/files.js';

const folder = fileURLToPath(new URL('../fixtures/logs', import.meta.url));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const logs = readdirSync(folder).filter((name) => /log$|stderr$/.test(name));

describe('a recorded log', () => {
  test.each(logs)('%s is recognized and read', (name) => {
    const [major, format] = name.split('.') as [string, string];
    const { prefix, stderr, others } = JSON.parse(read(`${major}.json`));
    const lines = read(name).split('\n');
    const formats = new Set(lines.slice(0, 20).map(formatOf));
    expect(formats.has(format as 'stderr')).toBe(true);
    const reader = readerOf(format as 'stderr', prefix);
    const logins = new LoggedLogins();
    for (const line of lines) {
      const entry = reader.read(line);
      if (entry) logins.add(entry);
    }
    expect(logins.logins.reduce((sum, { count }) => sum + count, 0)).toBe(format === 'stderr' ? stderr : others);
    expect(logins.times.first).toMatch(/^\d{4}-\d\d-\d\d /);
    // From 14 on the log names the method of whoever got in, that of trust from 17 on.
    const named = logins.logins.filter(({ isLetIn, method }) => isLetIn && method !== undefined);
    if (Number(major) >= 17) expect(named.length).toBeGreaterThan(0);
    for (const { place } of named) expect(place).toEqual({ file: '/data/pg_hba.conf', line: expect.any(Number) });
  });

  test.each(logs)('%s replayed through the same file goes as it went', async (name) => {
    const major = name.split('.')[0]!;
    const { prefix } = JSON.parse(read(`${major}.json`));
    const policies = { known: { members, interfaces: ['127.0.0.1/8'] } };
    const cluster = makeFolder({
      log: read(name),
      'pg_hba.conf': read(`${major}.conf`),
      'postgresql.conf': 'ssl = on\n',
      'pgconflint.config.json': JSON.stringify({ policies }),
    });
    const args = ['replay', '--log', 'log', '--log-line-prefix', prefix, '--postgres', major, '-f', 'json'];
    const { code, output } = await runIn(cluster, args);
    expect([code, JSON.parse(output).changes]).toEqual([0, []]);
    const rejecting = makeFolder({ log: read(name), 'pg_hba.conf': 'local x x reject\n' });
    const refused = JSON.parse((await runIn(rejecting, args)).output);
    expect(new Set(refused.changes.map(({ change }: { change: string }) => change))).toEqual(new Set(['refused']));
  });
});
