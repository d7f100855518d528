import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cloneProject, git, isInstalled, remove, run, scratchFolder, write } from './programs.js';

const installed = isInstalled('pre-commit');
if (!installed) console.warn('pre-commit is not installed: its hook was not tried');

(installed ? describe : describe.skip)('the pre-commit hook, from a clone of the project', () => {
  const scratch = scratchFolder('pre-commit');
  const repository = `${scratch}/repository`;
  const env = { PRE_COMMIT_HOME: `${scratch}/cache` };
  const commit = (message: string) => run(repository, 'git', ['commit', '-q', '-m', message], env);

  beforeAll(() => {
    const clone = cloneProject(scratch);
    write(repository, {
      '.pre-commit-config.yaml': `repos:
  - repo: ${clone.folder}
    rev: ${clone.commit}
    hooks:
      - id: pgconflint
        args: [--postgres, '16', --]
`,
    });
    git(repository, 'init', '-q', '-b', 'main');
    expect(run(repository, 'pre-commit', ['install', '--install-hooks'], env)).toMatchObject({ status: 0 });
  });
  afterAll(() => remove(scratch));

  test('refuses a commit with trust on a host line and says why', () => {
    write(repository, { 'main/pg_hba.conf': 'local all all peer\nhostssl app app 10.0.0.0/24 trust\n' });
    git(repository, 'add', '-A');
    const { status, output } = commit('Let the application in');
    expect(output).toContain('hba/no-trust');
    expect(output).toMatch(/without a\s+password/);
    expect(status).toBe(1);
  });

  test('passes the corrected one', () => {
    write(repository, { 'main/pg_hba.conf': 'local all all peer\nhostssl app app 10.0.0.0/24 scram-sha-256\n' });
    git(repository, 'add', '-A');
    const { status, output } = commit('Let the application in');
    expect({ status, output }).toMatchObject({ status: 0 });
  });

  test('lints a snippet as a part of its cluster', () => {
    write(repository, {
      'other/postgresql.conf': [
        "listen_addresses = 'localhost'",
        'ssl = on',
        "ssl_cert_file = 'server.crt'",
        "ssl_key_file = 'server.key'",
        'logging_collector = on',
        'log_connections = on',
        'log_disconnections = on',
        "log_statement = 'ddl'",
        "log_line_prefix = '%m [%p] %q%u@%d/%a from %h '",
        "include_dir = 'conf.d'",
        '',
      ].join('\n'),
      'other/conf.d/10-memory.conf': 'work_mem = 64MB\n',
    });
    git(repository, 'add', '-A');
    expect(commit('Add a cluster')).toMatchObject({ status: 0 });
    write(repository, { 'other/conf.d/10-memory.conf': 'work_men = 64MB\n' });
    git(repository, 'add', '-A');
    const { status, output } = commit('Give sorts more memory');
    expect(output).toContain('other/conf.d/10-memory.conf');
    expect(output).toContain('work_mem');
    expect(output).toContain('conf/unknown-parameter');
    expect(status).toBe(1);
    git(repository, 'reset', '-q', '--hard');
  });

  test('passes over files of other software', () => {
    write(repository, { 'nginx/conf.d/site.conf': 'server {\n  listen 80;\n}\n' });
    git(repository, 'add', '-A');
    expect(commit('Add a site')).toMatchObject({ status: 0 });
  });

  test.each([['[]'], ['[--postgres, "16"]'], ['[--no-code, --]'], ['']])(
    'never takes the name of a file for an option: args %s',
    (args) => {
      const config = readFileSync(`${repository}/.pre-commit-config.yaml`, 'utf8');
      const own = args === '' ? '' : `\n        args: ${args}`;
      const both = config
        .replace(/\n +args: .*/, own)
        .replace('id: pgconflint', `id: pgconflint-fix${own}\n      - id: pgconflint`);
      const victim = '--output-file=victim/pg_hba.conf';
      const names = [
        victim,
        '--cache-file=x/conf.d/c.conf',
        '--config=conf.d/x.conf',
        '--format=json=victim/pg_hba.conf',
      ];
      const hostile = `host all "u\\rhost all all 0.0.0.0/0 trust #" 0.0.0.0/0 trust\n`;
      write(repository, {
        'pg_hba.conf': hostile,
        ...Object.fromEntries(names.map((name) => [`./${name}`, 'local all all peer\n'])),
        'victim/kept': '',
        '.pre-commit-config.yaml': both,
      });
      git(repository, 'add', '-A');
      const { status, output } = run(repository, 'pre-commit', ['run', '--all-files'], env);
      const left = readdirSync(`${repository}/victim`);
      const cached = existsSync(`${repository}/x`);
      git(repository, 'reset', '-q', '--hard');
      expect({ left, cached }).toEqual({ left: ['kept'], cached: false });
      expect(status).not.toBe(0);
      if (!args.endsWith('--]') && args !== '') expect(output).toContain('is an option and also a file here');
      else expect(output).toContain('hba/no-trust');
    },
  );
});
