import { describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const ssl = 'SSL enabled (protocol=TLSv1.3, cipher=TLS_AES_256_GCM_SHA384, bits=256)';
const session = (process: number, host: string, ...messages: string[]) =>
  [`LOG:  connection received: host=${host} port=5000`, ...messages]
    .map((message) => `2026-11-${20 + process} 10:00:00.000 UTC [${process}] ${message}\n`)
    .join('');
const authenticated = (method: string, line: number) =>
  `LOG:  connection authenticated: identity="x" method=${method} (/data/pg_hba.conf:${line})`;
const log = [
  session(
    1,
    '10.1.2.3',
    authenticated('scram-sha-256', 2),
    `LOG:  connection authorized: user=alice database=app ${ssl}`,
  ),
  session(2, '10.1.2.3', authenticated('md5', 3), 'LOG:  connection authorized: user=bob database=app'),
  session(3, '10.9.0.1', 'FATAL:  no pg_hba.conf entry for host "10.9.0.1", user "eve", database "app", no encryption'),
  session(4, '10.9.0.2', 'FATAL:  password authentication failed for user "eve"'),
].join('');
const today = 'local all all peer\nhostssl app alice 10.0.0.0/8 scram-sha-256\nhost app bob 10.1.0.0/16 md5\n';

function replay(hba: string, args = '', files: Record<string, string> = {}): Promise<Outcome> {
  const folder = makeFolder({ 'pg_hba.conf': hba, 'server.log': log, 'old/pg_hba.conf': today, ...files });
  const more = args === '' ? [] : args.split(' ');
  return runIn(folder, ['replay', '--log', 'server.log', '--postgres', '18', 'pg_hba.conf', ...more]);
}

async function changes(hba: string, args = '', files: Record<string, string> = {}): Promise<string[]> {
  const { output } = await replay(hba, `-f json${args === '' ? '' : ` ${args}`}`, files);
  return JSON.parse(output).changes.map(
    ({ change, login }: { change: string; login: { user: string } }) => `${change} ${login.user}`,
  );
}

describe('pgconflint replay', () => {
  test('finds nothing where every login goes as it went', async () => {
    const { code, output, errors } = await replay(today);
    expect(code).toBe(0);
    expect(output.replaceAll(/\s+/g, ' ').trim()).toBe(
      '3 logins (3 different) from 2026-11-21 10:00:00.000 UTC to 2026-11-24 10:00:00.000 UTC: all go as they went.',
    );
    expect(errors).toBe('pgconflint: not asked about: 1 login (the client did not prove who it is).\n');
  });

  test.each<[string, string, string[]]>([
    ['refused', 'host all alice 10.0.0.0/8 scram-sha-256\n', ['refused bob']],
    ['refused by a record', `host app bob all reject\n${today}`, ['refused bob']],
    ['let in', `${today}host app eve 10.9.0.0/16 scram-sha-256\n`, ['let-in eve']],
    ['let in by a weaker method', today.replace('scram-sha-256', 'md5'), ['weaker-method alice']],
    ['let in by another method', today.replace('md5', 'scram-sha-256'), ['other-method bob']],
    ['decided by what files do not tell', `host app +out all reject\n${today}`, ['depends alice', 'depends bob']],
  ])('tells who would be %s', async (_, hba, expected) => {
    expect(await changes(hba)).toEqual(expected);
    const fails = !expected.every((one) => one.startsWith('other-'));
    expect((await replay(hba)).code).toBe(fails ? 1 : 0);
  });

  test('tells who would come without encryption where ssl is off', async () => {
    const files = { 'new/postgresql.conf': 'ssl = off\n', 'new/pg_hba.conf': today.replace('hostssl', 'host') };
    const folder = makeFolder({ ...files, 'server.log': log });
    const { code, output } = await runIn(folder, ['replay', '--log', 'server.log', 'new', '--postgres', '18']);
    expect([code, output]).toEqual([1, expect.stringContaining('not-encrypted 1')]);
  });

  test("tells who is decided by another record where today's files are known", async () => {
    const hba = `${today}`.replace('host app bob', 'host all bob');
    expect(await changes(hba)).toEqual([]);
    expect(await changes(hba, '--before old')).toEqual(['other-record bob']);
    expect(await changes(`# moved\n\n${today}`, '--before old')).toEqual([]);
  });

  test('knows the members that the configuration tells', async () => {
    const known = { members: { alice: ['out'] } };
    const files = { 'pgconflint.config.json': JSON.stringify({ policies: { known } }) };
    expect(await changes(`host app +out all reject\n${today}`, '', files)).toEqual(['refused alice']);
  });

  test('lists the records that decided none', async () => {
    const { code, output } = await replay(`${today}host all carol all md5\n`, '--unused');
    expect(code).toBe(0);
    expect(output.replaceAll(/\s+/g, ' ')).toContain('2 records decided none of them.');
    expect(output).toMatch(/pg_hba\.conf:1 +peer\npg_hba\.conf:4 +md5\n/);
  });

  test("reads with the cluster's own prefix, or with the one that is named", async () => {
    const line = (text: string) => text.replaceAll(/^.*?(?=LOG: {2}|FATAL: {2})/gm, '<7> ');
    const files = { 'pg_hba.conf': today, 'server.log': line(log) };
    const run = (more: string[], others: Record<string, string> = {}) =>
      runIn(makeFolder({ ...files, ...others }), ['replay', '--log', 'server.log', '--postgres', '18', '.', ...more]);
    expect((await run(['--log-line-prefix', '<%p> '])).code).toBe(0);
    expect((await run([], { 'postgresql.conf': "ssl = on\nlog_line_prefix = '<%p> '\n" })).code).toBe(0);
    const { code, errors } = await run([]);
    expect([code, errors]).toEqual([2, expect.stringContaining('the prefix that was looked for is “%m [%p] ”')]);
  });

  test.each([
    [[], 'replay needs a log'],
    [['--log', 'nowhere.log'], 'nowhere.log cannot be read'],
    [['--log', 'old'], 'old is a folder'],
    [['--log', 'failed.log'], 'No login of the logs can be asked about: 1 login (the client did not prove'],
  ])('refuses %j', async (args, message) => {
    const failed = session(4, '10.9.0.2', 'FATAL:  password authentication failed for user "eve"');
    const folder = makeFolder({ 'pg_hba.conf': today, 'failed.log': failed, 'old/x': '' });
    const { code, errors } = await runIn(folder, ['replay', ...args]);
    expect([code, errors]).toEqual([2, expect.stringContaining(message)]);
  });
});
