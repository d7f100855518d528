import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { git, project, remove, run, scratchFolder, write } from './programs.js';

const manifest = parse(readFileSync(`${project}action.yml`, 'utf8'));

describe('the action', () => {
  const scratch = scratchFolder('action');
  const env = { GITHUB_ACTION_PATH: project.replace(/\/$/, ''), GITHUB_OUTPUT: `${scratch}/output` };

  beforeAll(() => {
    write(scratch, {
      'db/pg_hba.conf': 'local all all peer\nhostssl app app 10.0.0.0/24 scram-sha-256\n',
      'db/postgresql.conf': "ssl = on\nlisten_addresses = 'localhost'\nwork_mem = 4MB\n",
      output: '',
    });
    git(scratch, 'init', '-q', '-b', 'main');
    git(scratch, 'add', '-A');
    git(scratch, 'commit', '-q', '-m', 'Before');
    write(scratch, {
      'db/pg_hba.conf': 'local all all peer\nhost all all 0.0.0.0/0 trust\n',
      'db/postgresql.conf': "ssl = on\nlisten_addresses = 'localhost'\nwork_mem = 64MB\n",
    });
    git(scratch, 'commit', '-q', '-a', '-m', 'After');
  });
  afterAll(() => remove(scratch));

  test('documents the inputs that it has', () => {
    const page = readFileSync(`${project}docs/pipelines.md`, 'utf8');
    for (const [name, input] of Object.entries<{ default?: string; description: string }>(manifest.inputs)) {
      if (name === 'token') continue;
      expect(page).toMatch(new RegExp(`^\\| \`${name}\` +\\|`, 'm'));
      expect(input.description).not.toBe('');
    }
  });

  test('annotates lines and writes SARIF', () => {
    const { output } = run(scratch, 'bash', [`${project}action/lint.sh`], {
      ...env,
      INPUT_PATHS: 'db',
      INPUT_POSTGRES: '16',
      INPUT_SARIF_FILE: 'pgconflint.sarif',
    });
    expect(output).toMatch(/^::error file=db\/pg_hba\.conf,line=2,.*hba\/no-trust/m);
    expect(readFileSync(`${scratch}/output`, 'utf8')).toContain('exit-code=1');
    expect(existsSync(`${scratch}/pgconflint.sarif`)).toBe(true);
    const sarif = JSON.parse(readFileSync(`${scratch}/pgconflint.sarif`, 'utf8'));
    const results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] =
      sarif.runs[0].results;
    const trust = results.find(({ ruleId }) => ruleId === 'hba/no-trust')!;
    expect(trust.locations[0]!.physicalLocation.artifactLocation.uri).toBe('db/pg_hba.conf');
  });

  test('comments with what the change means', () => {
    const { status, output } = run(scratch, 'bash', [`${project}action/comment.sh`], {
      ...env,
      INPUT_PATHS: 'db',
      INPUT_POSTGRES: '16',
      BASE_SHA: git(scratch, 'rev-parse', 'HEAD~1').trim(),
    });
    expect(output).toContain('<!-- pgconflint -->');
    expect(output).toContain('| work&#95;mem |');
    expect(output).toContain('trust');
    expect(status).toBe(0);
  });
});
