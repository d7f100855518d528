/** Compose files: what the words of a command set, and where they are changed. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { carriers } from '../../../src/carriers/index.js';
import { splitWords } from '../../../src/carriers/shapes/compose-text.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import { changeInFile, placeInFile } from '../../../src/documents/places.js';
import { applyEdits } from '../../../src/linter/fixes.js';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';

const found = (text: string) => documentsIn('/c/compose.yaml', { text, encoding: 'utf-8' }, carriers);
const service = (rest: string, image = 'postgres:16') => `services:\n  db:\n    image: ${image}\n    ${rest}\n`;
const settings = (rest: string, image?: string) =>
  found(service(rest, image)).map(({ documents }) => documents[0]!.text);

describe('the words of a command', () => {
  // compose-go types/command.go, ShellCommand.DecodeMapstructure: a text goes through shellwords.Parse.
  test.each([
    ['a text', 'command: postgres -c fsync=off -c ssl=on', "fsync = 'off'\nssl = 'on'\n"],
    ['a list', 'command: ["postgres", "-c", "work_mem=4MB"]', "work_mem = '4MB'\n"],
    ['a list on lines', 'command:\n      - -c\n      - work_mem=4MB', "work_mem = '4MB'\n"],
    ['a folded text', 'command: >\n      postgres\n      -c fsync=off\n      -c a.b=1', "fsync = 'off'\na.b = '1'\n"],
    ['quotes of the shell', `command: postgres -c "log_line_prefix=%m %u"`, "log_line_prefix = '%m %u'\n"],
    // postgres.c, process_postgres_switches: what stands after the equals sign is the value.
    ['quotes that no shell takes away', `command: ["-c", "log_line_prefix='%m'"]`, "log_line_prefix = '''%m'''\n"],
    // guc.c, ParseLongOption: dashes of a name become underscores.
    [
      'dashes in a name',
      'command: postgres --shared-buffers=1GB -cwork-mem=1MB',
      "shared_buffers = '1GB'\nwork_mem = '1MB'\n",
    ],
    [
      'letters',
      'command: postgres -N 50 -p5433 -F -d 3 -B 10',
      "max_connections = '50'\nport = '5433'\nfsync = 'off'\nshared_buffers = '10'\n",
    ],
    ['a default of a variable', 'command: postgres -c max_connections=${MAX:-100}', "max_connections = '100'\n"],
    ['a variable without a default', 'command: ["-c", "port=${PORT}", "-c", "fsync=off"]', "fsync = 'off'\n"],
    ['a text with a variable that nobody knows', 'command: postgres -c fsync=off -p $PORT', "fsync = 'off'\n"],
    ['two dollar signs', `command: ["-c", 'search_path="$$user"']`, `search_path = '"$user"'\n`],
    ['what comes after the command', 'command: postgres -c fsync=off && echo -c ssl=on', "fsync = 'off'\n"],
  ])('%s', (_, rest, meant) => expect(settings(rest)).toEqual([meant]));

  test.each([
    ['another image', 'command: ["-c", "fsync=off"]', 'redis:7'],
    ['a shell that starts something else', 'command: sh -c "pg_ctl start; echo postgres -c fsync=off"', undefined],
    ['a variable that decides what is set', 'command: postgres $OPTIONS -c $NAME=off -c port=$PORT', undefined],
    ['a text that Compose refuses', `command: postgres -c fsync=off -c 'a=b`, undefined],
    ['the name of the main file', 'command: postgres -c config_file=/etc/postgresql/postgresql.conf', undefined],
    ['other words', 'command: postgres -V', undefined],
  ])('nothing in %s', (_, rest, image) => expect(settings(rest, image)).toEqual([]));

  test('its own name makes it a server, whatever the image is called; the tag tells the major', () => {
    expect(settings('command: postgres -c fsync=off', 'my/own:2')).toEqual(["fsync = 'off'\n"]);
    expect(found(service('command: postgres -c fsync=off', '"ghcr.io/a/postgis:15-3.4"'))[0]).toMatchObject({
      name: 'services/db',
      extent: 'snippet',
      targets: [15],
      targetSource: 'the image of db in compose.yaml',
      isContainer: true,
    });
  });

  // Other servers take -c as well, but none takes parameters of PostgreSQL after it.
  test('so do parameters after -c, for an image of one’s own', () => {
    const words = 'command: [-p, "5433", -c, hba_file=/etc/postgresql/pg_hba.conf, -c, work_mem=8MB]';
    expect(settings(words, 'my/own:2')).toEqual([
      "port = '5433'\nhba_file = '/etc/postgresql/pg_hba.conf'\nwork_mem = '8MB'\n",
    ]);
    for (const other of ['-c name=postgres', '--max_connections=100', '-c /etc/postgres.ini', '-c "a_b=c"'])
      expect(settings(`command: ${other}`, 'my/own:2')).toEqual([]);
    expect(settings('entrypoint: [run]\n    command: -c work_mem=8MB', 'my/own:2')).toEqual([]);
  });

  test('no shell runs, and its signs end the command or make it wrong', () => {
    const split = (text: string) => splitWords(text)?.map(({ text: word }) => word);
    expect(split(`a 'b c' "d\\"e" f\\ g h\\n '' 'i\\j'`)).toEqual(['a', 'b c', 'd"e', 'f g', 'h\n', '', 'i\\j']);
    expect(split('a # b')).toEqual(['a', '#', 'b']);
    expect(split('a | b')).toEqual(['a']);
    for (const wrong of ['a (b)', 'a `b`', "a 'b", 'a \\']) expect(split(wrong)).toBeUndefined();
  });
});

const values = ['off', '%m %u', "it's", 'a\\b', '', '4MB', 'a"b', 'c;d'];
const inShell = fc.constantFrom(...values).map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`);

test('every value stands where it is written, and is replaced by any other one and nothing else', () => {
  const names = ['fsync', 'log_line_prefix', 'application_name'];
  const commands = fc.tuple(
    fc.tuple(inShell, inShell, inShell),
    fc.constantFrom('text', 'list', 'folded', 'literal', 'quoted'),
  );
  let made = 0;
  fc.assert(
    fc.property(commands, fc.nat(2), fc.constantFrom(...values), ([written, form], which, value) => {
      const words = names.map((name, index) => `-c ${name}=${written[index]}`);
      const unquoted = written.map((text) => text.slice(1, -1).replace(/\\(.)/g, '$1'));
      const listed = names.flatMap((name, index) => ['-c', `${name}=${unquoted[index]}`]);
      const command = {
        text: `postgres ${words.join(' ')}`,
        list: JSON.stringify(['postgres', ...listed]),
        folded: `>\n      postgres\n      ${words.join('\n      ')}`,
        literal: `|\n      postgres\n      ${words.join('\n      ')}`,
        quoted: JSON.stringify(`postgres ${words.join(' ')}`),
      }[form];
      const text = service(`command: ${command}`);
      const [cluster] = found(text);
      const [document] = cluster!.documents;
      const line = document!.text.split('\n')[which]!;
      const start = document!.text.indexOf(line) + names[which]!.length + 3;
      const place = placeInFile(document!, { start: start - 3 - names[which]!.length, end: start - 3 });
      expect(text.slice(place.start, place.end)).toBe(names[which]);
      const token = `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
      const edit = changeInFile(document!, { start, end: start + line.length - names[which]!.length - 3, text: token });
      if (edit === undefined) return;
      made++;
      const after = applyEdits(text, [edit]);
      const now = parse(after).services.db.command as string | string[];
      const all = Array.isArray(now) ? now : splitWords(now)!.map((word) => word.text);
      const meant = unquoted.map((one, index) => (index === which ? value : one));
      expect(all).toEqual(['postgres', ...names.flatMap((name, index) => ['-c', `${name}=${meant[index]}`])]);
    }),
    { numRuns: 300 },
  );
  expect(made).toBeGreaterThan(50);
});

const withFiles = `services:
  db:
    image: postgres:17
    command: -c config_file=/etc/postgresql/postgresql.conf -c max_connections=5
    configs:
      - source: main
        target: /etc/postgresql/postgresql.conf
      - pg_hba.conf
      - { source: other, target: /etc/app.yaml }
configs:
  main:
    content: |
      max_connections = 50
      fsync = off
  pg_hba.conf:
    content: |
      local all all peer
  other: { content: x }
`;

test('files of configs are a cluster, under the settings of the command', () => {
  const clusters = found(withFiles);
  expect(clusters.map(({ name, extent, commandLine }) => [name, extent, commandLine?.['max_connections']])).toEqual([
    ['services/db', 'whole', '5'],
    ['services/db/command', 'snippet', undefined],
  ]);
  expect(clusters[0]!.documents.map(({ kind, text }) => [kind, text])).toEqual([
    ['conf', 'max_connections = 50\nfsync = off\n'],
    ['hba', 'local all all peer\n'],
  ]);
});

describe('the commands', () => {
  test('what several services share is said once', async () => {
    const shared = `x-command: &c [postgres, -c, fsync=off]\nservices:\n  a: { image: "postgres:16", command: *c }\n  b: { image: "postgres:16", command: *c }\n`;
    const here = makeFolder({ 'compose.yaml': shared });
    const { output } = await runIn(here, ['lint', '--format', 'json']);
    const [file] = JSON.parse(output) as { messages: { ruleId: string; fix?: unknown }[] }[];
    expect(file!.messages.map(({ ruleId, fix }) => [ruleId, fix])).toEqual([['conf/fsync', undefined]]);
  });

  test('name the clusters of a file, and take such a name', async () => {
    const two = `services:\n  a: { image: "postgres:16", command: -c fsync=off }\n  b: { image: "postgres:16", command: -c port=5433 }\n`;
    const here = makeFolder({ 'compose.yaml': two });
    const { code, errors } = await runIn(here, ['show', 'settings', 'compose.yaml']);
    expect(code).toBe(2);
    expect(errors).toMatch(/compose\.yaml#services\/a\n\s+compose\.yaml#services\/b\n/);
    const asked = ['show', 'settings', 'compose.yaml#services/b', '--format', 'json'];
    expect(JSON.parse((await runIn(here, asked)).output)).toMatchObject([{ name: 'port', setting: '5433' }]);
    expect((await runIn(here, ['show', 'settings', 'compose.yaml#x'])).code).toBe(2);
  });

  test('report and change what stands in the command, and nothing else', async () => {
    const text = service('command: postgres -c fsync=off -c work_mem=4MB # why');
    const here = makeFolder({ 'compose.yaml': text });
    const { output, code } = await runIn(here, ['lint', '--format', 'github']);
    expect(code).toBe(1);
    expect(output).toContain('file=compose.yaml,line=4,endLine=4,col=32,endColumn=35,title=conf/fsync');
    const changed = await runIn(here, ['lint', '--diff']);
    expect(changed.output).toContain('+    command: postgres -c fsync=on -c work_mem=4MB # why');
    const rows = JSON.parse((await runIn(here, ['show', 'settings', 'compose.yaml', '--format', 'json'])).output);
    expect(rows).toMatchObject([
      { name: 'fsync', setting: 'off' },
      { name: 'work_mem', setting: '4MB' },
    ]);
  });
});
