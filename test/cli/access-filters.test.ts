/** `access` with options that say which logins. */
import { describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const hba = [
  'local   all          all                   peer',
  'hostssl replication  repl    10.0.9.0/29   cert',
  'hostssl hr           all     10.1.0.0/16   scram-sha-256',
  'host    all          +ops    10.0.0.0/8    md5',
  'host    hr           bob     10.2.0.0/16   trust',
  'host    hr           all     all           reject',
  '',
].join('\n');

function access(args: string, files: Record<string, string> = {}): Promise<Outcome> {
  const folder = makeFolder({ 'pg_hba.conf': hba, ...files });
  return runIn(folder, ['access', '--postgres', '18', ...args.split(' ')]);
}

/** The parts of the answer as `line users from where`. */
async function parts(args: string, files?: Record<string, string>): Promise<string[]> {
  const { output, errors, code } = await access(`${args} -f json`, files);
  expect([code, errors]).toEqual([0, '']);
  return JSON.parse(output).parts.map(
    ({ record, users, from, where }: Record<string, string> & { record: { line: number } | null }) =>
      [record?.line ?? 'none', users, from, where].join(' | '),
  );
}

describe('access asked about some logins', () => {
  test('tells what each record decides there, and what none does', async () => {
    expect(await parts('--database hr --role bob --from 10.2.0.0/16,local --transport plain,local')).toEqual([
      '1 | bob | the Unix socket | ',
      '4 | bob | 10.2.0.0/16 | a member of ops',
      '5 | bob | 10.2.0.0/16 | not a member of ops',
    ]);
    expect(await parts('--database app --from 11.0.0.0/8')).toEqual(['none | all | 11.0.0.0/8 | ']);
  });

  test('leaves out what --not-… says', async () => {
    expect(await parts('--database hr --from 10.0.0.0/8 --not-from 10.0.0.0/9 --not-method md5')).toEqual([
      '6 | all | 10.128.0.0/9 | not a member of ops',
    ]);
    expect(await parts('--not-database hr --not-role bob --method scram-sha-256')).toEqual([]);
    expect(await parts('--transport tcp --not-transport plain,gss --database hr --method scram-sha-256')).toEqual([
      '3 | all | 10.1.0.0/16 | ',
    ]);
  });

  test('speaks of physical replication where it is asked to', async () => {
    expect(await parts('--replication --transport tls')).toEqual([
      '2 | repl | 10.0.9.0/29 | ',
      'none | all | any IPv4 address but 10.0.9.0/29, any IPv6 address | ',
      'none | all but repl | 10.0.9.0/29 | ',
    ]);
    expect(await parts('--not-replication --method cert')).toEqual([]);
  });

  test('asks about everything else with --outside', async () => {
    expect(await parts('--transport local --method peer --outside --not-replication')).toContain(
      '5 | bob | 10.2.0.0/16 | not a member of ops',
    );
    const outside = await parts('--transport tcp --outside');
    expect(outside).toEqual(['1 | all | the Unix socket | ', 'none | all | the Unix socket | ']);
  });

  test('says in a line whether somebody gets in, and shows a login of each kind', async () => {
    const { output } = await access('--database hr --role bob --from 10.2.0.7 --transport plain');
    expect(output).toMatch(/^2 records let such logins in\.\n/);
    expect(output).toContain('for instance bob to hr from 10.2.0.7 without encryption');
    expect((await access('--database hr --from 11.0.0.0/8 --not-method md5')).output).toMatch(
      /^No such login is let in/,
    );
    const markdown = (await access('--database hr --from 10.2.0.7 -f markdown')).output;
    expect(markdown).toMatch(/^2 records let such logins in\.\n\n\| users/);
  });

  test('names records that never decide with --all', async () => {
    const files = { 'pg_hba.conf': `${hba}host hr eve 10.2.0.0/16 trust\n` };
    const asked = '--role eve --transport plain --database hr';
    expect((await access(asked, files)).errors).toBe('');
    expect((await access(`${asked} --all`, files)).errors).toContain('never decide one: pg_hba.conf:7');
    expect(JSON.parse((await access(`${asked} -f json`, files)).output).neverDecide).toEqual([
      { file: 'pg_hba.conf', line: 7, method: 'trust', options: [] },
    ]);
  });

  test('knows the groups and the facts of the policies in the configuration', async () => {
    const policies = {
      networks: { office: ['10.2.0.0/16'] },
      roles: { people: ['bob', 'eve'] },
      known: { members: { eve: ['ops'] } },
    };
    const files = { 'pgconflint.config.json': JSON.stringify({ policies }) };
    expect(await parts('--from $office --role $people --database hr --transport plain', files)).toEqual([
      '4 | eve | 10.2.0.0/16 | ',
      '5 | bob | 10.2.0.0/16 | ',
    ]);
  });

  test.each([
    ['--from office', '--from: office is neither a network'],
    ['--not-from $office', '--not-from: There is no group of networks $office'],
    ['--method scram', '--method: There is no method scram'],
    ['--not-transport ssl', '--not-transport: There is no transport ssl'],
    ['--outside', '--outside needs an option'],
    ['--replication --not-replication', 'exclude each other'],
    ['--replication --database app', 'Physical replication is to no database'],
    ['--role ,', 'needs a value'],
  ])('refuses %s', async (args, message) => {
    const { code, errors } = await access(args);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});
