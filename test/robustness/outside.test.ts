import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderOf, lintAndRecord } from './command.js';

const secret = 'the_secret_word';

test('nothing outside the workspace is read, nothing is written, no program is run, no connection made', () => {
  const folder = folderOf({
    'outside/secret.conf': `${secret} = 1\n`,
    'outside/pg_hba.conf': `local all ${secret} trust\n`,
    'outside/conf.d/a.conf': `${secret} = 1\n`,
    'outside/names': `${secret}\n`,
    'outside/server.crt': `${secret}\n`,
    'outside/server.key': `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`,
    'workspace/postgresql.conf': [
      "include '../outside/secret.conf'",
      "include_if_exists 'link.conf'",
      "include_dir '../outside/conf.d'",
      "include_dir 'linked.d'",
      "hba_file = '../outside/pg_hba.conf'",
      "ident_file = 'linked.d/names'",
      'ssl = on',
      "ssl_cert_file = '../outside/server.crt'",
      "ssl_key_file = 'linked.d/server.key'",
      "archive_command = 'touch /tmp/pgconflint-was-here'",
      "primary_conninfo = 'host=192.0.2.1'",
      '',
    ].join('\n'),
    'workspace/pg_hba.conf': [
      'include ../outside/pg_hba.conf',
      'include_dir linked.d',
      'local @../outside/names all peer',
      'local all @linked.d/names peer',
      'host all all db.example.com scram-sha-256',
      '',
    ].join('\n'),
  });
  try {
    const workspace = join(folder, 'workspace');
    execFileSync('git', ['init', '-q'], { cwd: workspace });
    symlinkSync('../outside/secret.conf', join(workspace, 'link.conf'));
    symlinkSync('../outside', join(workspace, 'linked.d'));
    mkdirSync(join(workspace, 'below'));
    for (const args of [['.'], ['postgresql.conf'], ['pg_hba.conf'], ['.', '--preset', 'all', '--fix-dry-run']]) {
      const { code, output, errors, calls } = lintAndRecord(workspace, [...args, '--format', 'json']);
      expect([0, 1]).toContain(code);
      expect(output + errors).not.toContain(secret);
      const foreign = calls.reads.filter(
        (path) => path.includes('/outside') || path.includes('linked.d') || path.endsWith('link.conf'),
      );
      expect(foreign).toEqual([]);
      expect(
        calls.reads.some(
          (path) => path.endsWith('workspace/pg_hba.conf') || path.endsWith('workspace/postgresql.conf'),
        ),
      ).toBe(true);
      expect(calls).toMatchObject({ writes: [], programs: [], connections: [] });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test('what the recorder would see', () => {
  const folder = folderOf({ 'a/postgresql.conf': "include '../b/x.conf'\n", 'b/x.conf': 'port = 1\n' });
  try {
    const { calls } = lintAndRecord(join(folder, 'a'), ['.', '--follow-outside']);
    expect(calls.reads.some((path) => path.endsWith('/b/x.conf'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
