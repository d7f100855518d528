/** The jobs of ci/gitlab.yml, their scripts run as GitLab runs them. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { git, project, remove, run, scratchFolder, write } from './programs.js';

interface Job {
  image: string;
  variables: Record<string, string>;
  script: string[];
  rules: { if?: string }[];
}

const jobs: Record<string, Job> = parse(readFileSync(`${project}ci/gitlab.yml`, 'utf8'));

describe('the GitLab template', () => {
  const scratch = scratchFolder('gitlab');
  let base = '';

  beforeAll(() => {
    write(scratch, {
      'db/pg_hba.conf': 'local all all peer\nhostssl app app 10.0.0.0/24 scram-sha-256\n',
      'bin/pgconflint': `#!/bin/sh\nexec node "${project}dist/cli.js" "$@"\n`,
      'bin/npm': '#!/bin/sh\n',
    });
    for (const program of ['pgconflint', 'npm']) chmodSync(`${scratch}/bin/${program}`, 0o755);
    git(scratch, 'init', '-q', '-b', 'main');
    git(scratch, 'add', 'db');
    git(scratch, 'commit', '-q', '-m', 'Before');
    base = git(scratch, 'rev-parse', 'HEAD').trim();
    write(scratch, { 'db/pg_hba.conf': 'local all all peer\nhostssl app app 10.0.0.0/16 scram-sha-256\n' });
    git(scratch, 'commit', '-q', '-a', '-m', 'After');
  });
  afterAll(() => remove(scratch));

  function runJob(name: string, variables: Record<string, string> = {}) {
    const job = jobs[name]!;
    return run(scratch, 'sh', ['-e', '-c', job.script.join('\n')], {
      ...job.variables,
      ...variables,
      PATH: `${scratch}/bin:${process.env['PATH']}`,
    });
  }

  test('writes the code quality report', () => {
    const { status } = runJob('pgconflint', { PGCONFLINT_OPTIONS: '--postgres 16' });
    expect(status).toBe(0);
    expect(existsSync(`${scratch}/gl-code-quality-report.json`)).toBe(true);
  });

  test('keeps out a merge request that lets in more', () => {
    const job = jobs['pgconflint-access']!;
    expect(job.rules.map((rule) => rule.if)).toEqual(['$CI_MERGE_REQUEST_DIFF_BASE_SHA && $PGCONFLINT_FAIL_ON']);
    // The slim image has no git.
    expect([job.image, job.variables['GIT_DEPTH']]).toEqual(['node:22', '0']);
    const change = { CI_MERGE_REQUEST_DIFF_BASE_SHA: base };
    const refused = runJob('pgconflint-access', { ...change, PGCONFLINT_FAIL_ON: 'new-access' });
    expect(refused.status).toBe(1);
    expect(refused.output).toMatch(
      /new-access: app to app from 10\.0\.\S+ over TLS was rejected, since no record matched/,
    );
    const passed = runJob('pgconflint-access', { ...change, PGCONFLINT_FAIL_ON: 'weaker-method,lost-access' });
    expect(passed.status).toBe(0);
  });
});
