import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

let folder: string;

beforeAll(() => {
  folder = makeFolder({
    'main/postgresql.conf':
      "log_connections = on\n# pgconflint-disable-next-line conf/log-statement -- the proxy logs <all> statements\nlog_statement = none\ndebug_print_plan = on\nlisten_addresses = '*'\n",
    'main/pg_hba.conf': 'local all all trust\nhostssl app app 10.0.0.0/24 scram-sha-256\n',
    'broken/postgresql.conf': 'ssl = maybe\n',
    'broken/pg_hba.conf': 'local all all peer\n',
    'alone/pg_hba.conf': 'hostssl app app 10.0.0.0/24 scram-sha-256\n',
    'tls/postgresql.conf': "ssl = on\nssl_min_protocol_version = 'TLSv1.2'\n",
    'tls/pg_hba.conf': 'local all all peer\n',
    'old/postgresql.conf': "ssl = on\nssl_min_protocol_version = 'TLSv1'\nlog_line_prefix = '%m %p '\n",
    'old/pg_hba.conf': 'local all all peer\n',
    'template/postgresql.conf': 'log_connections = {{ log }}\nport = 5432\n',
    'template/pg_hba.conf': 'local all all ${METHOD}\n',
    'off/postgresql.conf': 'log_statement = none\n',
    'off/pg_hba.conf': 'local all all peer\n',
    'off/pgconflint.config.json': '{"rules": {"conf/log-statement": "off"}}\n',
  });
});

interface Control {
  id: string;
  status: string;
  evidence: { kind: string; place?: string; text: string }[];
}

async function controls(path: string, benchmark: string): Promise<Map<string, Control>> {
  const { output } = await runIn(folder, ['audit', path, '--benchmark', benchmark, '--format', 'json']);
  return new Map((JSON.parse(output).controls as Control[]).map((control) => [control.id, control]));
}

describe('pgconflint audit', () => {
  test('sorts what it finds by control', async () => {
    const found = await controls('main', 'cis-17');
    expect(found.get('3.1.20')?.status).toBe('pass');
    expect(found.get('3.1.25')).toMatchObject({
      status: 'waived',
      evidence: [{ kind: 'waiver', place: 'main/postgresql.conf:3', text: 'the proxy logs <all> statements' }],
    });
    expect(found.get('5.2')).toMatchObject({ status: 'fail', evidence: [{ place: 'main/postgresql.conf:5' }] });
    expect(found.get('7.3')).toMatchObject({ status: 'not decidable', evidence: [{ kind: 'check' }] });
  });

  test('what fails is told by what fails: no look at the server, and nothing of what is not known', async () => {
    const { output } = await runIn(folder, ['audit', 'broken', '--benchmark', 'cis-17']);
    const parts = output.split(/\n(?= {2}\d[\d.]* )/);
    const [fails, open] = [/^ {2}\S+ +fail /, /^ {2}\S+ +(?:not decidable|partly) /].map((status) =>
      parts.filter((part) => status.test(part)),
    );
    expect(fails!.length).toBeGreaterThan(0);
    expect(fails!.filter((part) => /check on the server|servers refuse/.test(part))).toEqual([]);
    expect(open!.some((part) => part.includes('servers refuse postgresql.conf'))).toBe(true);
    expect(open!.some((part) => part.includes('check on the server'))).toBe(true);
  });

  test('a rule for several settings fails only the control of the setting that is wrong', async () => {
    const found = await controls('main', 'cis-17');
    expect([found.get('3.1.16')?.status, found.get('3.1.18')?.status]).toEqual(['pass', 'fail']);
  });

  test('what a report is about is told by names, not by the words of its message', async () => {
    const tls = await controls('old', 'cis-18');
    expect([tls.get('6.9')?.status, tls.get('6.8')?.status]).toEqual(['fail', 'fail']);
    const newer = await controls('tls', 'cis-18');
    expect([newer.get('6.9')?.status, newer.get('6.8')?.status]).toEqual(['pass', 'fail']);
    // The advice names %m, which the prefix has: only what is missing counts.
    const stig = await controls('old', 'stig-crunchy-16');
    expect(stig.get('001100')?.status ?? stig.get('CD16-00-001100')?.status).toBe('pass');
    expect(stig.get('001300')?.status ?? stig.get('CD16-00-001300')?.status).toBe('fail');
  });

  test('a log that goes to stderr only fails the control of the collector', async () => {
    expect((await controls('tls', 'cis-18')).get('3.1.3')?.status).toBe('fail');
  });

  test('a template passes nothing', async () => {
    const found = await controls('template', 'cis-17');
    expect(found.get('3.1.20')?.status).toBe('not decidable');
    expect(found.get('5.3')?.status).toBe('not decidable');
  });

  test('a record for the socket fails the control for the socket only', async () => {
    const found = await controls('main', 'cis-17');
    const places = (id: string) =>
      found.get(id)!.evidence.filter(({ kind, place }) => kind === 'problem' && place?.startsWith('main/pg_hba.conf'));
    expect(places('5.3').length).toBeGreaterThan(0);
    expect(places('5.4')).toEqual([]);
  });

  test('passes nothing where servers refuse the files or a file is missing', async () => {
    const broken = await controls('broken', 'cis-17');
    expect(broken.get('3.1.14')?.status).toBe('not decidable');
    expect(broken.get('5.3')?.status).toBe('pass');
    const alone = await controls('alone', 'cis-17');
    expect(alone.get('3.1.20')?.status).toBe('not decidable');
    expect(alone.get('3.1.20')?.evidence[0]?.text).toBe('there is no postgresql.conf');
  });

  test('TLS 1.2 is enough for one control and too old for another', async () => {
    const found = await controls('tls', 'cis-18');
    expect([found.get('6.8')?.status, found.get('6.9')?.status]).toEqual(['fail', 'pass']);
  });

  test('a rule that the project switches off is waived, not passed', async () => {
    const found = await controls('off', 'cis-17');
    expect(found.get('3.1.25')?.status).toBe('waived');
    expect(found.get('3.1.25')?.evidence[0]?.text).toBe('the project’s configuration switches the rule off');
  });

  test('counts, groups and layers are there in every format', async () => {
    const table = await runIn(folder, ['audit', 'main', '--benchmark', 'percona']);
    expect(table.code).toBe(1);
    expect(table.output).toMatch(/\n\d+ controls: \d+ pass, \d+ fail/);
    expect(table.output).toContain('Authentication: TLS\n');
    const markdown = await runIn(folder, ['audit', 'main', '--benchmark', 'stig-crunchy-16', '--format', 'markdown']);
    expect(markdown.output).toContain('## Accounting: Logging\n');
    expect(markdown.output).toContain('| CD16-00-003800 |');
  });

  test('html is one page that needs nothing else and shows texts as texts', async () => {
    const { code } = await runIn(folder, [
      ...['audit', 'main', '--benchmark', 'cis-18', '--format', 'html', '--output-file', 'out/audit.html'],
    ]);
    expect(code).toBe(1);
    const page = readFileSync(`${folder}/out/audit.html`, 'utf8');
    expect(page).toContain('the proxy logs &lt;all&gt; statements');
    expect(page).not.toMatch(/<script|<link|src=|url\(/);
  });

  test('says what it needs', async () => {
    expect((await runIn(folder, ['audit', 'main'])).errors).toContain('Name a benchmark with --benchmark: cis-13');
    expect((await runIn(folder, ['audit', 'main', '--benchmark', 'cis-9'])).code).toBe(2);
    expect((await runIn(folder, ['audit', 'nowhere', '--benchmark', 'cis-18'])).code).toBe(2);
  });
});
