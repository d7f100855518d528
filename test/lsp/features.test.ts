import { afterEach, describe, expect, test } from '@jest/globals';
import type { CodeAction, CompletionItem, CompletionList, Hover, TextEdit } from 'vscode-languageserver/node';
import { applyEdits } from '../../src/linter/fixes.js';
import { TextLines } from '../../src/lsp/protocol/text-lines.js';
import { full, TestClient } from './client.js';

const clients: TestClient[] = [];
const hba = 'file:///c/pg_hba.conf';
const ident = 'file:///c/pg_ident.conf';
const conf = 'file:///c/postgresql.conf';
const hosts = 'file:///c/pg_hosts.conf';

/** Opens a text with a cursor `|` in it, beside other files. */
async function at(uri: string, marked: string, files: Record<string, string> = {}, capabilities: object = full) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const client = await new TestClient(files).start(capabilities, {
    workspaceFolders: [{ uri: 'file:///c', name: 'c' }],
  });
  clients.push(client);
  await client.open(uri, text);
  const lines = new TextLines(text, client.initialized.capabilities.positionEncoding === 'utf-8' ? 'utf-8' : 'utf-16');
  const position = lines.positionAt(offset);
  const applied = (edits: TextEdit[]) =>
    applyEdits(
      text,
      edits.map(({ range, newText }) => ({ ...lines.spanOf(range), text: newText })),
    );
  return { client, text, position, applied };
}

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});

async function hoverText(uri: string, marked: string, files?: Record<string, string>): Promise<string> {
  const { client, position } = await at(uri, marked, files);
  const hover = await client.request<Hover | null>('textDocument/hover', uri, { position });
  return hover === null ? '' : (hover.contents as { value: string }).value;
}

async function complete(uri: string, marked: string, files?: Record<string, string>, capabilities?: object) {
  const { client, position, applied } = await at(uri, marked, files, capabilities);
  const { items } = await client.request<CompletionList>('textDocument/completion', uri, { position });
  const take = (label: string) => {
    const item = items.find((one) => one.label === label);
    return item === undefined ? undefined : applied([item.textEdit as TextEdit]);
  };
  return { labels: items.map(({ label }) => label), items, take, client };
}

const plainClient = { ...full, textDocument: { ...full.textDocument, completion: {} } };

describe('hover', () => {
  test.each([
    ['conf', "shared_|buffers = '![a](https://evil.example/x.png)'\n"],
    ['conf', "work_|mem = '<img src=https://evil.example/x.png>'\n"],
    ['conf', 'work_|mem = [a](command:evil)\n'],
    ['hba', 'host all all 10.0.0.0/8 ldap ![a|](https://evil.example/x.png)=1\n'],
    ['hba', 'host all all ![a|](https://evil.example/x) md5\n'],
    ['hba', 'host all `![a|](https://evil.example/x)` 10.0.0.0/8 md5\n'],
    ['ident', '![m|](https://evil.example/x.png) alice app\n'],
    ['conf', "work_|mem = 'www.evil.example \u202e\u200b\x1b'\n"],
  ])('%s %j shows no picture, link or markup of a file', async (kind, marked) => {
    const text = await hoverText({ conf, hba, ident }[kind]!, marked);
    expect(text).not.toBe('');
    // What stands in code spans is text; elsewhere every mark is escaped.
    const prose = text.replace(/(`+)[\s\S]*?\1(?!`)/g, '').replace(/\\[!-/:-@[-`{-~]/g, '');
    expect(prose).not.toMatch(/!\[|\]\(|<img|https?:\/\/|www\.|command:/);
    expect(text).not.toMatch(/[\x1b\u202e\u200b]/);
  });

  test('tells what a bare number means, its range, and when a change takes effect', async () => {
    const text = await hoverText(conf, 'shared_buf|fers = 16384\n');
    expect(text).toContain('`16384` = 128 MB');
    expect(text).toContain('**restart**');
    expect(text).toContain('Range: 128 kB to 8589934584 kB (about 8 TB)');
    expect(text).toContain('Units: B, kB, MB, GB, TB');
    expect(text).toContain('15 changed the default from `8 MB` to `128 MB`');
  });

  test('tells where a setting is overridden', async () => {
    const text = await hoverText(conf, "work|_mem = 4MB\ninclude 'more.conf'\n", {
      '/c/more.conf': 'work_mem = 8MB\n',
    });
    expect(text).toContain('**Not in force here**: more.conf:1 sets `8MB`');
  });

  test('explains a commented default', async () => {
    expect(await hoverText(conf, '#work_|mem = 4MB\n')).toContain('**work_mem**');
  });

  test('guesses what was meant by a name that no major knows', async () => {
    expect(await hoverText(conf, 'work_m|en = 4\n')).toContain('Did you mean `work_mem`?');
  });

  test('tells what became of a removed parameter', async () => {
    expect(await hoverText(conf, 'wal_keep_seg|ments = 4\n')).toContain('is not known to PostgreSQL 18');
  });

  test.each([
    ['ho|st all all 10.0.0.0/8 md5', 'TCP/IP'],
    ['host al|l all 10.0.0.0/8 md5', 'Every database'],
    ['host app +adm|in 10.0.0.0/8 md5', 'member of `admin`'],
    ['host all all 10.0.|0.0/8 md5', '16,777,216 IPv4 addresses (/8): 10.0.0.0 to 10.255.255.255'],
    ['host all all 10.1.2.3/|8 md5', 'it is the network 10.0.0.0'],
    ['host all all 2001:db8::/|32 md5', '2^96 IPv6 addresses'],
    ['host all all 127.0.0.1/3|2 md5', 'The single IPv4 address 127.0.0.1'],
    ['host all all 10.0.0.0 255.0.|0.0 md5', '/8'],
    ['host all all 10.0.0.0/8 md|5', 'MD5'],
    ['hostssl all all 10.0.0.0/8 cert map=ne|t', 'pg_ident.conf'],
    ['# pgconflint-disable-file hba/no-tr|ust', 'trust'],
    ['host all @na|mes 10.0.0.0/8 md5', 'The names in the file `names`: `carol`, `dave`.'],
    ['host all all 10.0.0.0/8 md6|', 'Did you mean `md5`?'],
    ['host all all 10.0.0.|0 md5', 'The **address** of the client'],
    ['hots all al|l 10.0.0.0/8 md5', 'The **roles** that the record is for'],
  ])('explains %s', async (line, expected) => {
    expect(await hoverText(hba, `${line}\n`, { '/c/names': 'carol\ndave\n' })).toContain(expected);
  });

  test('lists the mappings of a map, and the records that use it', async () => {
    const files = { '/c/pg_ident.conf': 'net alice app\n', '/c/pg_hba.conf': 'local all all peer map=net\n' };
    expect(await hoverText(hba, 'local all all peer map=n|et\n', files)).toContain('`alice` may be `app`');
    expect(await hoverText(ident, 'n|et alice app\n', files)).toContain('line 1 of pg_hba.conf');
  });
});

describe('completion', () => {
  test('offers parameter names with their default, and replaces the whole word', async () => {
    const { take, labels } = await complete(conf, 'work_m|xyz\n', {}, plainClient);
    expect(take('work_mem')).toBe('work_mem = 4MB\n');
    expect(labels).not.toContain('server_version');
  });

  test('leaves a value that is there alone', async () => {
    const { take } = await complete(conf, 'work_m| = 8MB\n', {}, plainClient);
    expect(take('work_mem')).toBe('work_mem = 8MB\n');
  });

  test('documents a parameter when asked', async () => {
    const { items, client } = await complete(conf, 'work_m|\n');
    const item = items.find(({ label }) => label === 'work_mem');
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    expect((resolved.documentation as { value: string }).value).toContain('**work_mem**');
  });

  test('offers parameters of the libraries that are loaded', async () => {
    const loaded = await complete(conf, "shared_preload_libraries = 'pg_stat_statements'\npg_|\n");
    expect(loaded.labels).toContain('pg_stat_statements.max');
    const none = await complete(conf, 'pg_|\n');
    expect(none.labels).not.toContain('pg_stat_statements.max');
  });

  test.each([
    ['ssl = |', 'on', 'ssl = on'],
    ['wal_level = re|', 'replica', 'wal_level = replica'],
    ["wal_level = 're|'", 'replica', "wal_level = 'replica'"],
    ['default_transaction_isolation = |', 'read committed', "default_transaction_isolation = 'read committed'"],
    ["default_transaction_isolation = 'read |'", 'read committed', "default_transaction_isolation = 'read committed'"],
    ['work_mem = 64|', '64MB', 'work_mem = 64MB'],
    ["work_mem = '1.5|'", '1.5GB', "work_mem = '1.5GB'"],
    ['TimeZone = Eur|', 'Europe/Paris', "TimeZone = 'Europe/Paris'"],
    ["TimeZone = 'Europe/Lon|don'", 'Europe/Paris', "TimeZone = 'Europe/Paris'"],
    ["TimeZone = 'Europe/P|", 'Europe/Paris', "TimeZone = 'Europe/Paris'"],
    ["log_destination = 'stderr, csv|'", 'csvlog', "log_destination = 'stderr, csvlog'"],
    ["log_destination = 'stderr, js|", 'jsonlog', "log_destination = 'stderr, jsonlog"],
    ["include 'mo|'", 'more.conf', "include 'more.conf'"],
    ["include_dir '|'", 'conf.d', "include_dir 'conf.d'"],
    ['include_dir = co|', 'conf.d', "include_dir = 'conf.d'"],
    ['log_min_duration_statement = 5|', '5ms', 'log_min_duration_statement = 5ms'],
    ['#work_m|', 'work_mem', '#work_mem = ${1:4MB}'],
  ])('of the value in %s', async (line, label, expected) => {
    const { take } = await complete(conf, `${line}\n`, { '/c/more.conf': '', '/c/conf.d/a.conf': '' });
    expect(take(label)).toBe(`${expected}\n`);
  });

  const cluster = {
    '/c/pg_ident.conf': 'net alice app\n',
    '/c/names/list': 'x\n',
    '/c/pg_hba.conf': '',
  };
  const first = 'host shop,"my db" carol 192.168.0.0/16 scram-sha-256\n';

  test.each([
    ['ho|', 'hostssl', 'hostssl'],
    ['host |', 'shop', 'host shop'],
    ['host |', 'my db', 'host "my db"'],
    ['host "my|', 'my db', 'host "my db"'],
    ['host "my|"', 'my db', 'host "my db"'],
    ['host shop,|', 'my db', 'host shop,"my db"'],
    ['host @names/|', 'names/list', 'host @names/list'],
    ['host all +|', '+carol', 'host all +carol'],
    ['host all |', 'app', 'host all app'],
    ['host all all 127.0.0.|1', '127.0.0.1/32', 'host all all 127.0.0.1/32'],
    ['host all all |', '192.168.0.0/16', 'host all all 192.168.0.0/16'],
    ['host all all samenet scram-|sha-256', 'scram-sha-256', 'host all all samenet scram-sha-256'],
    ['host all all 10.0.0.0 |', '255.255.255.0', 'host all all 10.0.0.0 255.255.255.0'],
    ['host all all 10.0.0.0 255.0.0.0 |', 'md5', 'host all all 10.0.0.0 255.0.0.0 md5'],
    ['local all all p|', 'peer', 'local all all peer'],
    ['local all all peer |', 'map=', 'local all all peer map='],
    ['local all all peer map=|', 'net', 'local all all peer map=net'],
    ['hostssl all all all cert clientcert=ver|', 'verify-full', 'hostssl all all all cert clientcert=verify-full'],
    ['# pgconflint-disable-next-line hba/no-|', 'hba/no-trust', '# pgconflint-disable-next-line hba/no-trust'],
  ])('of the record %s', async (line, label, expected) => {
    const { take } = await complete(hba, `${first}${line}\n`, cluster);
    expect(take(label)).toBe(`${first}${expected}\n`);
  });

  test('offers only what fits the record', async () => {
    expect((await complete(hba, 'host all all all |\n')).labels).not.toContain('peer');
    const { labels } = await complete(hba, 'host all all all ldap ldapserver=x |\n');
    expect(labels).toContain('ldapport=');
    expect(labels).not.toContain('ldapserver=');
    expect(labels).not.toContain('map=');
  });

  test('offers files and switches in pg_hosts.conf', async () => {
    const target = '# pgconflint: postgres=19\n';
    const { take } = await complete(hosts, `${target}example.org ser|\n`, { '/c/server.crt': '' });
    expect(take('server.crt')).toBe(`${target}example.org server.crt\n`);
    expect((await complete(hosts, `${target}* a.crt a.key "" "" |\n`)).labels).toEqual(['on', 'off']);
  });

  test('offers maps that records use but pg_ident.conf lacks', async () => {
    const { labels } = await complete(ident, '|\n', {
      '/c/pg_hba.conf': 'local all all peer map=gone\n',
      '/c/pg_ident.conf': '',
    });
    expect(labels).toContain('gone');
  });
});

describe('code actions', () => {
  async function actions(uri: string, marked: string, only?: string[], capabilities?: object) {
    const { client, position, applied } = await at(uri, marked, {}, capabilities);
    const found = await client.request<CodeAction[]>('textDocument/codeAction', uri, {
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
    const take = (title: string) => {
      const action = found.find((one) => one.title === title);
      const [change] = action?.edit?.documentChanges ?? [];
      const edits =
        change !== undefined && 'edits' in change ? change.edits : Object.values(action?.edit?.changes ?? {})[0];
      return edits === undefined ? undefined : applied(edits as TextEdit[]);
    };
    return { titles: found.map(({ title }) => title), found, take };
  }

  test('are found from the range alone', async () => {
    const { take, titles } = await actions(hba, 'host all all 10.0.0.0/8 tr|ust\n');
    expect(take('Use scram-sha-256')).toBe('host all all 10.0.0.0/8 scram-sha-256\n');
    expect(titles).toContain('Open the page of hba/no-trust');
  });

  test('are found beside what is wrong, behind those of the very place, and before what the file lacks', async () => {
    const { titles, take } = await actions(conf, 'search_path = "$us|er", public\nlog_statement = none\n');
    expect(titles[0]).toBe('Put the value in quotes');
    expect(titles).not.toContain('Disable conf/syntax-error for this line');
    expect(take('Put the value in quotes')).toMatch(/^search_path = '"\$user", public'\n/);
    const record = await actions(hba, 'host all all 10.0.0.0/8 trust|\n');
    expect(record.titles[0]).toBe('Use scram-sha-256');
  });

  test('remove a dead record, and a setting that is set again', async () => {
    const dead = await actions(hba, 'host all all 10.0.0.0/8 scram-sha-256\nho|st app all 10.1.0.0/16 scram-sha-256\n');
    expect(dead.take('Remove the record')).toBe('host all all 10.0.0.0/8 scram-sha-256\n');
    const again = await actions(conf, 'work_|mem = 4MB\nwork_mem = 8MB\n');
    expect(again.take('Remove the line')).toBe('work_mem = 8MB\n');
  });

  test('switch a rule off with a reason, for a line and for a file', async () => {
    const { take } = await actions(hba, '# x\nhost all all 10.0.0.0/8 tr|ust\n');
    expect(take('Disable hba/no-trust for this line')).toMatch(
      /^# x\n# pgconflint-disable-next-line hba\/no-trust -- .+\nhost/,
    );
    expect(take('Disable hba/no-trust for this file')).toMatch(/^# pgconflint-disable-file hba\/no-trust -- .+\n# x\n/);
  });

  test('rewrite a value', async () => {
    const { take } = await actions(conf, 'shared_buffers = 16|384\n');
    expect(take('Write 128MB')).toBe('shared_buffers = 128MB\n');
    expect(take('Quote the value')).toBe("shared_buffers = '16384'\n");
  });

  test('add the twin for IPv6', async () => {
    const { take } = await actions(hba, 'host all all 127.0.0.|1/32 scram-sha-256 # here\n');
    expect(take('Add the same record for ::1/128')).toBe(
      'host all all 127.0.0.1/32 scram-sha-256 # here\nhost all all ::1/128 scram-sha-256\n',
    );
    const { titles } = await actions(hba, 'host all all 127.0.0.|1/32 md5\nhost all all ::1/128 md5\n');
    expect(titles.filter((title) => title.startsWith('Add'))).toEqual([]);
  });

  test('edits are plain changes for a client that knows no versions', async () => {
    const { found, take } = await actions(hba, 'host all all 10.0.0.0/8 tr|ust\n', undefined, {});
    expect(found[0]?.edit?.changes).toBeDefined();
    expect(take('Use scram-sha-256')).toBe('host all all 10.0.0.0/8 scram-sha-256\n');
  });

  test('apply every safe fix where a client asks for that by name', async () => {
    const text = 'work_mem = 4mb|\nmaintenance_work_mem = 64mb\n';
    const { titles, take } = await actions(conf, text, ['source.fixAll']);
    expect(titles).toEqual(['Apply every safe fix']);
    expect(take('Apply every safe fix')).toMatch(/^work_mem = 4MB\nmaintenance_work_mem = 64MB\n/);
    expect((await actions(conf, text)).titles).not.toContain('Apply every safe fix');
  });

  test('are empty elsewhere', async () => {
    const { found } = await actions(hba, '|\nlocal all all peer\n', ['refactor']);
    expect(found).toEqual([]);
  });
});
