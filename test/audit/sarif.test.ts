/** The audit for code scanning: SARIF with a rule for each control. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from '@jest/globals';
import Ajv4 from 'ajv-draft-04';
import type { Log, Run } from 'sarif';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

let log: Log;
let run: Run;
let code: number;

beforeAll(async () => {
  const folder = makeFolder({
    'main/postgresql.conf':
      "log_connections = on\n# pgconflint-disable-next-line conf/log-statement -- the proxy logs them\nlog_statement = none\nlisten_addresses = '*'\n",
    'main/pg_hba.conf': 'local all all trust\n',
  });
  const outcome = await runIn(folder, ['audit', 'main', '--benchmark', 'cis-17', '--format', 'sarif']);
  code = outcome.code;
  log = JSON.parse(outcome.output) as Log;
  run = log.runs[0]!;
});

const resultOf = (id: string) => run.results!.find(({ ruleId }) => ruleId === `cis-17/${id}`)!;

describe('audit --format sarif', () => {
  test('fits the schema, with a rule and a result for each control', () => {
    const validate = new Ajv4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      JSON.parse(readFileSync(schema, 'utf8')),
    );
    validate(log);
    expect(validate.errors).toBeNull();
    expect(code).toBe(1);
    const ids = run.tool.driver.rules!.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(run.results!.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual(ids.map((id, at) => [id, at]));
  });

  test('a control that fails is an error at the places of its problems', () => {
    const { kind, level, message, locations } = resultOf('5.2');
    expect({ kind, level }).toEqual({ kind: 'fail', level: 'error' });
    expect(message.text).toMatch(/: fail\nmain\/postgresql\.conf:4: /);
    expect(locations![0]!.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'main/postgresql.conf', uriBaseId: 'ROOT' },
      region: { startLine: 4, startColumn: 20 },
    });
  });

  test('one that passes has its evidence, and where it stands', () => {
    const { kind, level, message, locations } = resultOf('3.1.20');
    expect({ kind, level }).toEqual({ kind: 'pass', level: 'none' });
    expect(message.text).toContain('log_connections = on (main/postgresql.conf:1)');
    expect(locations![0]!.physicalLocation!.region).toEqual({ startLine: 1 });
  });

  test('every other status has a kind of its own, and no level', () => {
    const kinds = new Map(run.results!.map(({ properties, kind }) => [properties!['status'] as string, kind]));
    expect(kinds.get('not decidable')).toBe('open');
    expect(kinds.get('not applicable')).toBe('notApplicable');
    expect(resultOf('3.1.25')).toMatchObject({
      kind: 'fail',
      suppressions: [{ kind: 'external', status: 'accepted' }],
    });
    for (const { kind, level } of run.results!) expect(level).toBe(kind === 'fail' ? 'error' : 'none');
  });
});
