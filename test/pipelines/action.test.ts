import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
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
    const { status, output } = describeChange();
    expect(output).toContain('<!-- pgconflint -->');
    expect(output).toContain('| work&#95;mem |');
    expect(output).toContain('trust');
    expect(status).toBe(0);
  });

  test('fails a change that lets in more, and says so in the comment', () => {
    const outputs = () => readFileSync(`${scratch}/output`, 'utf8').trimEnd().split('\n').at(-1);
    const { status, output } = describeChange({ INPUT_FAIL_ON: 'new-access,less-encrypted' });
    expect([status, outputs()]).toEqual([0, 'change-exit-code=1']);
    expect(output).toMatch(
      /^pgconflint: db\/postgresql\.conf: new-access: .* is let in by db\/pg_hba\.conf:2 with trust/m,
    );
    expect(readFileSync(`${scratch}/comment.md`, 'utf8')).toMatch(/new-access/);
    describeChange({ INPUT_FAIL_ON: 'lost-access' });
    expect(outputs()).toBe('change-exit-code=0');
    rmSync(`${scratch}/comment.md`);
    const wrong = run(scratch, 'bash', [`${project}action/describe.sh`], {
      ...env,
      INPUT_FAIL_ON: 'no-such-class',
      BASE_SHA: 'HEAD~1',
      COMMENT_FILE: `${scratch}/comment.md`,
    });
    expect([wrong.status, outputs()]).toEqual([2, 'change-exit-code=2']);
    expect(existsSync(`${scratch}/comment.md`)).toBe(false);
  });

  test.each([
    ['0', '', 0],
    ['1', '', 1],
    ['0', '1', 1],
    ['1', '0', 1],
    ['1', '2', 2],
    ['2', '1', 2],
  ])('ends with the worse of lint (%s) and the change (%s)', (lint, change, expected) => {
    const { run: script, env: own } = manifest.runs.steps.at(-1);
    expect([own.EXIT_CODE, own.CHANGE_EXIT_CODE]).toEqual([
      expect.stringContaining('steps.lint.outputs.exit-code'),
      expect.stringContaining('steps.change.outputs.change-exit-code'),
    ]);
    const { status } = run(scratch, 'bash', ['-c', script], { EXIT_CODE: lint, CHANGE_EXIT_CODE: change || '0' });
    expect(status).toBe(expected);
  });

  /** The text of the comment, as the action's step makes it. */
  function describeChange(more: Record<string, string> = {}) {
    const { status, output } = run(scratch, 'bash', [`${project}action/describe.sh`], {
      ...env,
      INPUT_PATHS: 'db',
      INPUT_POSTGRES: '16',
      BASE_SHA: git(scratch, 'rev-parse', 'HEAD~1').trim(),
      COMMENT_FILE: `${scratch}/comment.md`,
      ...more,
    });
    return { status, output: output + readFileSync(`${scratch}/comment.md`, 'utf8') };
  }

  test('writes the comment with gh, and gives the token to nothing else', () => {
    write(scratch, {
      'bin/gh': '#!/bin/sh\necho "$GH_TOKEN $*" >>"$CALLS"\ncase "$*" in *--paginate*) echo 42;; esac\n',
      'bin/node': '#!/bin/sh\necho "node has ${GH_TOKEN:-no token}" >>"$CALLS"\n',
    });
    for (const program of ['gh', 'node']) chmodSync(`${scratch}/bin/${program}`, 0o755);
    const own = { PATH: `${scratch}/bin:${process.env['PATH']}`, CALLS: `${scratch}/calls` };
    describeChange(own);
    const { status } = run(scratch, 'bash', [`${project}action/comment.sh`], {
      ...own,
      GH_TOKEN: 'secret',
      GITHUB_REPOSITORY: 'a/b',
      PULL_REQUEST: '7',
      COMMENT_FILE: `${scratch}/comment.md`,
    });
    expect(status).toBe(0);
    const calls = readFileSync(`${scratch}/calls`, 'utf8').trimEnd().split('\n');
    expect(calls).toEqual([
      'node has no token',
      expect.stringMatching(/^secret api repos\/a\/b\/issues\/7\/comments --paginate /),
      expect.stringMatching(/^secret api --method PATCH repos\/a\/b\/issues\/comments\/42 /),
    ]);
    const steps: { run?: string; env?: Record<string, string> }[] = manifest.runs.steps;
    const withToken = steps.filter((step) => JSON.stringify(step).includes('inputs.token'));
    expect(withToken.map((step) => step.run)).toEqual(['bash "$GITHUB_ACTION_PATH/action/comment.sh"']);
    for (const script of ['comment.sh']) {
      expect(readFileSync(`${project}action/${script}`, 'utf8')).not.toMatch(/node|npm|pgconflint\b.*dist/);
    }
  });

  test('runs no code of the change unless an input says so', () => {
    write(scratch, {
      'pgconflint.config.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync('${scratch}/ran', '');\nexport default {};\n`,
    });
    const inputs = { ...env, INPUT_PATHS: 'db' };
    const runs = (input: Record<string, string>) => [
      run(scratch, 'bash', [`${project}action/lint.sh`], { ...inputs, ...input }).output,
      describeChange(input).output,
    ];
    for (const output of runs({})) expect(output).toContain('is code and was not run');
    expect(existsSync(`${scratch}/ran`)).toBe(false);
    for (const output of runs({ INPUT_ALLOW_CODE: 'true' })) expect(output).not.toContain('was not run');
    expect(existsSync(`${scratch}/ran`)).toBe(true);
    rmSync(`${scratch}/pgconflint.config.mjs`);
    expect(manifest.inputs['allow-code'].default).toBe('false');
    for (const file of ['.pre-commit-hooks.yaml', 'ci/gitlab.yml', 'Dockerfile']) {
      expect(readFileSync(`${project}${file}`, 'utf8')).not.toContain('allow-code');
    }
  });
});
