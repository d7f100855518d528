/** What of the extension needs no editor; the rest is driven in test/editors/vscode.test.ts. */
import { describe, expect, test } from '@jest/globals';
import type { AccessAnswer, LoginAnswer, SettingsAnswer } from '../../editors/vscode/src/answers.js';
import { isRefusal } from '../../editors/vscode/src/answers.js';
import { pageCommand, pageScheme, showPageCommand } from '../../editors/vscode/src/page-links.js';
import { accessPage } from '../../editors/vscode/src/pages/access-page.js';
import { loginPage } from '../../editors/vscode/src/pages/login-page.js';
import { settingsPage } from '../../editors/vscode/src/pages/settings-page.js';
import { launchOf, missingFile } from '../../editors/vscode/src/server-options.js';
import { statusText, statusTooltip } from '../../editors/vscode/src/status-text.js';
import { rules } from '../../rules/index.js';
import { ruleUrl } from '../../src/linter/pages.js';
import * as announced from '../../src/lsp/protocol/announced.js';

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
  const picture: AccessAnswer['picture'] = [
    {
      from: 'anywhere',
      lines: [
        {
          users: row.users,
          databases: row.databases,
          encryption: null,
          method: row.method,
          proof: 'none',
          records: [{ file: row.file, line: row.line }],
          except: '',
        },
      ],
      inner: [],
    },
  ];
  const answer: AccessAnswer = {
    uri: row.uri,
    target: 16,
    rows: [row, idle],
    picture,
    remarks: ['The server refuses <this>.'],
  };

  test('shows records, what keeps them from deciding, and remarks', () => {
    const page = accessPage(answer, 'pg_hba.conf', 'n0nce');
    expect(page).toContain('<h1>Who gets in by pg_hba.conf</h1>');
    expect(page).toContain('<td>&#34;&#60;script&#62;alert(1)&#60;/script&#62;&#34;, +ops</td><td>all</td>');
    expect(page).toContain(
      'data-uri="file:///data/pg_hba.conf" data-line="3">pg_hba.conf:3</a></td><td>pg_hba.conf:1</td>',
    );
    expect(page).toContain(
      '<section class="from"><h3>anywhere</h3>\n<ul>\n<li class="none"><strong>&quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot;, +ops</strong>',
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
    expect(accessPage({ ...answer, rows: [], picture: [] }, 'x', 'n')).toContain('No record lets anybody in.');
    expect(accessPage({ ...answer, rows: [], picture: [] }, 'x', 'n')).not.toContain('never decide');
  });
});

describe('the page of the settings in force', () => {
  const setting: SettingsAnswer['settings'][number] = {
    name: 'work_mem',
    value: '<b>',
    setting: null,
    unit: null,
    default: '4MB',
    context: 'user',
    sourcefile: 'conf.d/a.conf',
    sourceline: 7,
    changed: true,
    error: 'invalid value <b>',
    overrides: [
      { uri: 'file:///d/postgresql.conf', sourcefile: 'postgresql.conf', sourceline: 2, name: 'work_mem', value: '' },
    ],
    uri: 'file:///d/conf.d/a.conf',
  };
  const plain = {
    ...setting,
    name: 'port',
    value: null,
    sourcefile: null,
    sourceline: null,
    uri: null,
    error: null,
    overrides: [],
  };
  const answer: SettingsAnswer = {
    uri: 'file:///d/postgresql.conf',
    target: 16,
    settings: [setting, plain],
    remarks: ['A <line>.'],
  };

  test('shows what the files set with its place, what it overrides below it, and the defaults folded', () => {
    const page = settingsPage(answer, 'd/postgresql.conf', 'n0nce');
    expect(page).toContain('<h1>Settings in force: d/postgresql.conf</h1>');
    expect(page).toContain('<td>&#60;b&#62;<div class="error">invalid value &#60;b&#62;</div></td>');
    expect(page).toContain('data-uri="file:///d/conf.d/a.conf" data-line="7">conf.d/a.conf:7</a>');
    expect(page).toContain('<span class="overridden">&#39;&#39;</span>');
    expect(page).toContain('data-line="2">postgresql.conf:2</a> (overridden)');
    expect(page).toContain('<summary>1 parameters have their defaults</summary>');
    expect(page).toContain('<td>port</td><td>–</td>');
    expect(page).toContain('A &#60;line&#62;.');
    expect(page).not.toContain('<b>');
  });

  test('says so where the files set nothing', () => {
    expect(settingsPage({ ...answer, settings: [plain] }, 'x', 'n')).toContain('The files set nothing.');
  });
});

describe('the page of a login', () => {
  const place = { uri: 'file:///d/pg_hba.conf', file: 'pg_hba.conf', line: 3 };
  const deciding = { ...place, method: 'scram-sha-256', options: ['clientcert=verify-ca'] };
  const answer: LoginAnswer = {
    target: 18,
    verdict: 'authenticate',
    decision: deciding,
    possible: [],
    depends: [],
    passed: [{ ...place, line: 1, why: 'the role <x> is another one' }],
    remarks: ['The server refuses <this>.'],
  };

  test('names the record that decides, and why earlier ones do not match', () => {
    const page = loginPage(answer, { user: '<i>', database: 'app', from: '10.1.2.3', encryption: 'tls' }, 'n0nce');
    expect(page).toContain('<h1>Login of &#60;i&#62; to app from 10.1.2.3 over TLS</h1>');
    expect(page).toContain('data-line="3">pg_hba.conf:3</a> decides: <code>scram-sha-256 clientcert=verify-ca</code>.');
    expect(page).toContain('data-line="1">pg_hba.conf:1</a>: the role &#60;x&#62; is another one');
    expect(page).toContain('The server refuses &#60;this&#62;.');
    expect(page).not.toContain('It depends on');
    expect(page).not.toContain('<i>');
  });

  test.each([
    [{ from: '10.1.2.3' }, 'Login of a to a from 10.1.2.3 without encryption'],
    [{ from: '::1', encryption: 'gss' as const }, 'Login of a to a from ::1 with GSSAPI'],
    [{ from: 'local' }, 'Login of a to a through the Unix socket'],
  ])('says what was asked: %j', (how, heading) => {
    expect(loginPage(answer, { user: 'a', ...how }, 'n')).toContain(`<h1>${heading}</h1>`);
  });

  test('says that the server rejects it', () => {
    const rejected = { ...answer, verdict: 'reject', decision: { ...deciding, method: 'reject', options: [] } };
    const login = { user: 'a', from: 'local' };
    expect(loginPage(rejected, login, 'n')).toContain('The server rejects this login.');
    expect(loginPage(answer, login, 'n')).not.toContain('rejects');
    const none = { ...answer, verdict: 'implicit-reject', decision: null };
    expect(loginPage(none, login, 'n')).toContain('No record matches: the server rejects this login.');
  });

  test('says what the files do not tell', () => {
    const question = { ...place, question: 'is a a member of ops?' };
    const open = {
      ...answer,
      verdict: 'depends',
      decision: null,
      possible: [deciding, null],
      depends: [question, question],
    };
    const page = loginPage(open, { user: 'a', from: 'local' }, 'n');
    expect(page).toContain('The files alone do not tell.');
    expect(page).toContain('<li>no record matches: rejected</li>');
    expect(page.split('is a a member of ops?')).toHaveLength(2);
  });
});

describe('links to pages of rules', () => {
  test('open the page that the server has', () => {
    for (const rule of rules) {
      const query = encodeURIComponent(JSON.stringify([rule.id]));
      expect(pageCommand(ruleUrl(rule))).toBe(`command:${showPageCommand}?${query}`);
    }
    expect(pageScheme).toBe(announced.pageScheme);
    // The server's own commands are registered by the client.
    expect([announced.openPageCommand, announced.whoMatchesCommand]).not.toContain(showPageCommand);
  });

  test('to pages of plugins stay as they are', () => {
    expect(pageCommand('https://example.com/rules/x/y.md')).toBeUndefined();
    expect(pageCommand('https://github.com/pgconflint/pgconflint/blob/main/rules/')).toBeUndefined();
  });

  test('a refusal is known by its sentence', () => {
    expect([isRefusal({ refusal: 'No.' }), isRefusal({ text: '' })]).toEqual([true, false]);
  });
});
