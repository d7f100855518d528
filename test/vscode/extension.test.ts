/** What of the extension needs no editor; the rest is driven in test/editors/vscode.test.ts. */
import { describe, expect, test } from '@jest/globals';
import { accessPage } from '../../editors/vscode/src/access-page.js';
import type { AccessAnswer } from '../../editors/vscode/src/answers.js';
import { launchOf, missingFile } from '../../editors/vscode/src/server-options.js';
import { statusText, statusTooltip } from '../../editors/vscode/src/status-text.js';

describe('the server that is started', () => {
  test.each([
    ['', { module: '/ext/server/dist/cli.js' }],
    ['  ', { module: '/ext/server/dist/cli.js' }],
    ['pgconflint', { command: 'pgconflint' }],
    ['/opt/bin/pgconflint', { command: '/opt/bin/pgconflint' }],
    ['./node_modules/.bin/pgconflint', { command: '/project/node_modules/.bin/pgconflint' }],
    ['./node_modules/pgconflint/dist/cli.js', { module: '/project/node_modules/pgconflint/dist/cli.js' }],
    ['/opt/pgconflint/cli.mjs', { module: '/opt/pgconflint/cli.mjs' }],
  ])('%j', (named, launch) => {
    expect(launchOf(named, '/ext', '/project')).toEqual(launch);
  });

  test('a file that is not there is named; a bare word is left to the PATH', () => {
    expect(missingFile(launchOf('/nope/pgconflint', '/ext', undefined))).toBe('/nope/pgconflint');
    expect(missingFile(launchOf('./package.json.js', '/ext', process.cwd()))).toBe(`${process.cwd()}/package.json.js`);
    expect(missingFile(launchOf(`${process.cwd()}/jest.config.mjs`, '/ext', undefined))).toBeUndefined();
    expect(missingFile(launchOf('pgconflint', '/ext', undefined))).toBeUndefined();
  });

  test('without a folder a path stays as it is written', () => {
    expect(launchOf('./cli.js', '/ext', undefined)).toEqual({ module: './cli.js' });
  });
});

describe('the status bar', () => {
  const cluster = {
    kind: 'hba',
    uri: 'file:///x',
    targets: [14, 16, 18],
    targetsBecause: 'Told by my_*file*.',
  } as const;

  test('shows every target', () => {
    expect(statusText({ targets: [16] })).toBe('PostgreSQL 16');
    expect(statusText(cluster)).toBe('PostgreSQL 14, 16, 18');
  });

  test('says what told them; names are no markup', () => {
    const tooltip = statusTooltip(cluster, 'a`b/postgresql.conf');
    expect(tooltip).toContain("The cluster of `a'b/postgresql.conf` is checked for PostgreSQL 14, 16 and 18.");
    expect(tooltip).toContain('Told by my\\_\\*file\\*.');
  });
});

describe('the page of who gets in', () => {
  const row: AccessAnswer['rows'][number] = {
    uri: 'file:///data/pg_hba.conf',
    file: 'pg_hba.conf',
    line: 3,
    users: ['"<script>alert(1)</script>"', '+ops'],
    databases: ['all'],
    from: '10.0.0.0/8',
    encryption: 'any',
    method: 'trust',
    options: [],
    reachable: true,
    unreachableBecause: null,
    except: ['pg_hba.conf:1'],
    perhaps: [],
    hasMore: false,
    undecided: false,
    exceptText: 'pg_hba.conf:1',
  };
  const idle = {
    ...row,
    line: 4,
    encryption: null,
    reachable: false,
    unreachableBecause: 'pg_hba.conf:3 already matches',
  };
  const answer: AccessAnswer = { uri: row.uri, target: 16, rows: [row, idle], remarks: ['The server refuses <this>.'] };

  test('shows records, what keeps them from deciding, and remarks', () => {
    const page = accessPage(answer, 'pg_hba.conf', 'n0nce');
    expect(page).toContain('<h1>Who gets in by pg_hba.conf</h1>');
    expect(page).toContain('<td>&#34;&#60;script&#62;alert(1)&#60;/script&#62;&#34;, +ops</td><td>all</td>');
    expect(page).toContain(
      'data-uri="file:///data/pg_hba.conf" data-line="3">pg_hba.conf:3</a></td><td>pg_hba.conf:1</td>',
    );
    expect(page).toContain('<h2>Records that never decide</h2>');
    expect(page).toContain('<td>pg_hba.conf:3 already matches</td>');
    expect(page).toContain('The server refuses &#60;this&#62;.');
  });

  test('runs nothing but its own script', () => {
    const page = accessPage(answer, '<b>', 'n0nce');
    expect(page).toContain("default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'");
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('<b>');
  });

  test('says so where nobody gets in', () => {
    expect(accessPage({ ...answer, rows: [] }, 'x', 'n')).toContain('No record lets anybody in.');
    expect(accessPage({ ...answer, rows: [] }, 'x', 'n')).not.toContain('never decide');
  });
});
