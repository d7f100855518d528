import { describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { type Outcome, runIn } from './terminal.js';

const hba = 'local all all peer\nhost app all 10.0.0.0/8 md5\n';
const statement = (name: string, rest: object) => ({ name, ...rest });
const policyOf = (...statements: object[]) => JSON.stringify({ networks: { office: '10.1.0.0/16' }, statements });
const holds = statement('hr is closed', { never: { database: 'hr', transport: 'tcp' } });
const violated = statement('no md5', { never: { method: 'md5' } });

function prove(files: Record<string, string>, ...args: string[]): Promise<Outcome> {
  return runIn(makeFolder({ 'pg_hba.conf': hba, ...files }), ['prove', '--postgres', '18', ...args]);
}

/** Whatever the width of the terminal. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

const proveWith = (policy: string, ...args: string[]) =>
  prove({ 'policy.yaml': policy }, '--policy', 'policy.yaml', ...args);

describe('pgconflint prove', () => {
  test('ends with 0 where every statement holds, with 1 where one does not', async () => {
    expect((await proveWith(policyOf(holds))).code).toBe(0);
    const { code, output } = await proveWith(policyOf(holds, violated));
    expect(code).toBe(1);
    expect(inOneLine(output)).toContain(
      'someone to app from 10.1.2.3 without encryption is let in by pg_hba.conf:2 with md5',
    );
  });

  test('gives the login and the record as JSON', async () => {
    const { output } = await proveWith(policyOf(violated), '-f', 'json');
    expect(JSON.parse(output)[0].policies[0]).toMatchObject({
      verdict: 'violated',
      login: { user: 'someone', database: 'app', from: '10.1.2.3', transport: 'plain' },
      record: { file: 'pg_hba.conf', line: 2, method: 'md5' },
    });
  });

  test('writes a case a statement as JUnit', async () => {
    const { output } = await proveWith(policyOf(holds, violated), '-f', 'junit');
    expect(output).toContain('<testsuites name="pgconflint prove" tests="2" failures="1"');
    expect(output).toContain('<failure type="violated"');
  });

  test('shows what does not hold to code scanning as SARIF, at the deciding record', async () => {
    const open = statement('u is out', { never: { role: 'u', database: 'x', transport: 'tcp' } });
    const files = { 'pg_hba.conf': `${hba}host x +ops all md5\n`, 'policy.yaml': policyOf(holds, violated, open) };
    const { code, output } = await prove(files, '--policy', 'policy.yaml', '-f', 'sarif');
    const [{ tool, results }] = JSON.parse(output).runs;
    expect(code).toBe(1);
    expect(
      results.map((one: { ruleId: string; level: string; locations: unknown }) => [
        one.ruleId,
        one.level,
        one.locations,
      ]),
    ).toEqual(
      [
        ['prove/violated', 'error', 2],
        ['prove/not-proven', 'warning', 3],
      ].map(([rule, level, startLine]) => [
        rule,
        level,
        [{ physicalLocation: { artifactLocation: { uri: 'pg_hba.conf', uriBaseId: 'ROOT' }, region: { startLine } } }],
      ]),
    );
    expect(results[0].message.text).toMatch(
      /^no md5: someone to app .* by pg_hba\.conf:2 with md5\. Narrow that record/,
    );
    expect(tool.driver.rules[results[1].ruleIndex].id).toBe('prove/not-proven');
  });

  test('explains what holds: which record decides each part, and which records come too late', async () => {
    const records = [
      'host hr all 10.1.0.0/16 scram-sha-256',
      'host hr all 10.0.0.0/8 reject',
      'host all all 10.0.0.0/8 md5',
    ];
    const closed = statement('hr', { never: { database: 'hr', from: { not: ['$office', 'local'] } } });
    const files = { 'pg_hba.conf': `${records.join('\n')}\n`, 'policy.yaml': policyOf(closed) };
    const { code, output } = await prove(files, '--policy', 'policy.yaml', '--explain', '-f', 'json');
    const [{ because }] = JSON.parse(output)[0].policies;
    expect(code).toBe(0);
    const told = because.parts.map((one: { from: string; record: { line: number } | null; letsIn: boolean }) => [
      one.record?.line,
      one.from,
      one.letsIn,
    ]);
    expect(told).toEqual([
      [2, '10.0.0.0/8 but 10.1.0.0/16', false],
      [undefined, 'any IPv4 address but 10.0.0.0/8, any IPv6 address', false],
    ]);
    expect(because.keptFrom).toEqual([{ file: 'pg_hba.conf', line: 3, method: 'md5' }]);
    const text = (await prove(files, '--policy', 'policy.yaml', '--explain')).output;
    expect(text).toMatch(/^“hr” holds:$/m);
    expect(text).toContain('Earlier records decide all of these logins before pg_hba.conf:3 could.');
    expect((await prove(files, '--policy', 'policy.yaml', '-f', 'json')).output).not.toContain('because');
  });

  test('proves every cluster of a folder, and says which has no pg_hba.conf', async () => {
    const files = {
      'a/postgresql.conf': 'ssl = on\n',
      'a/pg_hba.conf': hba,
      'b/postgresql.conf': 'ssl = on\n',
      'b/pg_hba.conf': 'local all all peer\n',
      'c/postgresql.conf': 'ssl = on\n',
      'policy.yaml': policyOf(violated),
    };
    const folder = makeFolder(files);
    const run = (...paths: string[]) =>
      runIn(folder, ['prove', '--postgres', '18', '--policy', 'policy.yaml', '-f', 'json', ...paths]);
    const both = await run('a', 'b');
    const shown = (text: string) =>
      JSON.parse(text).map((one: { file: string; policies: { verdict: string }[] }) => [
        one.file,
        one.policies[0]!.verdict,
      ]);
    const expected = [
      ['a/pg_hba.conf', 'violated'],
      ['b/pg_hba.conf', 'holds'],
    ];
    expect([both.code, shown(both.output)]).toEqual([1, expected]);
    expect((await run('b')).code).toBe(0);
    const all = await run();
    expect([all.code, shown(all.output)]).toEqual([1, expected]);
    expect(all.errors).toContain('without pg_hba.conf, so nothing was proven of it: c/postgresql.conf.');
    const table = await runIn(folder, ['prove', '--postgres', '18', '--policy', 'policy.yaml']);
    expect(table.output).toMatch(/^a\/pg_hba\.conf\npolicy [\s\S]*\n\nb\/pg_hba\.conf\npolicy /);
    const none = await run('c');
    expect([none.code, none.errors]).toEqual([2, expect.stringContaining('has no pg_hba.conf')]);
  });

  test('takes the policies of the configuration', async () => {
    const config = JSON.stringify({ policies: JSON.parse(policyOf(violated)) });
    expect((await prove({ 'pgconflint.config.json': config })).code).toBe(1);
    const { output } = await runIn(makeFolder({ 'pg_hba.conf': hba, 'pgconflint.config.json': config }), [
      '--postgres',
      '18',
    ]);
    expect(output).toContain('The policy “no md5” is violated');
  });

  test('says which fact is missing, and is content once it is told', async () => {
    const open = statement('u is out', { never: { role: 'u', database: 'app', transport: 'tcp' } });
    const files = { 'pg_hba.conf': 'host app +ops 10.0.0.0/8 md5\n' };
    const policy = { statements: [open] };
    const run = (text: object) => prove({ ...files, 'policy.yaml': JSON.stringify(text) }, '--policy', 'policy.yaml');
    const unknown = await run(policy);
    expect(unknown.code).toBe(1);
    expect(inOneLine(unknown.output)).toContain('if u is a member of ops. To decide it: known.members');
    expect((await run({ ...policy, known: { members: { u: ['other'] } } })).code).toBe(0);
    const member = await run({ ...policy, known: { members: { u: ['other'], other: 'ops' } } });
    expect(member.output).toContain('violated');
  });

  test('proves nothing of a file that the server refuses', async () => {
    const { code, output } = await prove(
      { 'pg_hba.conf': `${hba}host all\n`, 'policy.yaml': policyOf(holds) },
      '--policy',
      'policy.yaml',
    );
    expect(code).toBe(1);
    expect(output).toContain('the server refuses the file');
  });

  test.each([
    ['no statements', '{}', 'policy.yaml has no statements'],
    ['an unknown group', policyOf(statement('a', { never: { from: '$offce' } })), 'Did you mean $office?'],
    ['no address', policyOf(statement('a', { never: { from: 'office' } })), 'office is neither a network'],
    ['two verbs', policyOf(statement('a', { never: {}, works: {} })), 'only one'],
    ['an unknown key', policyOf(statement('a', { never: { user: 'x' } })), 'is not known'],
    ['an unknown method', policyOf(statement('a', { never: { method: 'scram' } })), 'no method scram'],
    ['a group that contains itself', '{"roles": {"a": ["$a"]}, "statements": []}', '$a contains itself'],
  ])('refuses a policy with %s', async (_, policy, message) => {
    const { code, errors } = await proveWith(policy);
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(errors).toContain('policy.yaml');
  });

  test('refuses the same in the configuration, and a run without any policy', async () => {
    const config = JSON.stringify({ policies: JSON.parse(policyOf(statement('a', { never: { from: '$offce' } }))) });
    const wrong = await prove({ 'pgconflint.config.json': config });
    expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining('Did you mean $office?')]);
    expect((await prove({})).code).toBe(2);
  });
});
