/** Dockerfiles of server images: their commands, their environment, and what they put into the samples of the server's files. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carriers } from '../../../src/carriers/index.js';
import { execForm, instructionsOf } from '../../../src/carriers/shapes/dockerfile.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import { changeInFile, placeInFile } from '../../../src/documents/places.js';
import { applyEdits } from '../../../src/linter/fixes.js';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';

const found = (text: string, path = '/d/Dockerfile') => documentsIn(path, { text, encoding: 'utf-8' }, carriers);
const documents = (text: string) =>
  found(text).flatMap((cluster) => cluster.documents.map(({ kind, text: own }) => [kind, own]));
const fsync = [['conf', "fsync = 'off'\n"]];

describe('what a command sets', () => {
  // moby/buildkit, parser.go and the tests beside it: continuations, comments between lines, exec form as JSON.
  test.each([
    ['exec form', 'FROM postgres:16\nCMD ["postgres", "-c", "fsync=off"]\n'],
    ['words alone', 'FROM postgres:16\nCMD ["-c", "fsync=off"]\n'],
    ['shell form', 'FROM postgres:16\nCMD exec postgres -c fsync=off -c port=$PORT\n'],
    ['lines', 'FROM postgres:16\nCMD exec postgres \\\n  # why\n\n  -c \\\n  fsync=off\n'],
    ['a list on lines', 'FROM postgres:16\r\nCMD ["postgres", \\\r\n "-c", \\\r\n "fsync=off"]\r\n'],
    ['the last command', 'FROM postgres:16\nCMD ["-c", "ssl=on"]\nCMD ["-c", "fsync=off"]\n'],
    ['an entrypoint', 'from postgres:16\nentrypoint ["docker-entrypoint.sh", "postgres"]\ncmd ["-c", "fsync=off"]\n'],
    [
      'the last stage',
      'FROM golang AS a\nCMD ["postgres", "-c", "ssl=on"]\nFROM postgres:16\nCMD ["-c", "fsync=off"]\n',
    ],
    ['an earlier stage', 'FROM postgres:16 AS base\nCMD ["-c", "fsync=off"]\nFROM base\nRUN make\n'],
    [
      'a version of an argument',
      'ARG V=16\nFROM --platform=linux/amd64 postgres:${V}-alpine\nCMD ["-c", "fsync=off"]\n',
    ],
    [
      'documents that are no instructions',
      'FROM postgres:16\nRUN <<E\nCMD ["-c", "ssl=on"]\nE\nCMD ["-c", "fsync=off"]\n',
    ],
  ])('%s', (_, text) => {
    expect(documents(text)).toEqual(fsync);
    expect(found(text)[0]).toMatchObject({ name: 'image', extent: 'snippet', targets: [16], isContainer: true });
  });

  test.each([
    ['another image', 'FROM redis\nCMD ["-c", "fsync=off"]\n'],
    ['an image that nobody knows', 'ARG BASE\nFROM $BASE\nCMD ["-c", "fsync=off"]\n'],
    ['another last stage', 'FROM postgres:16\nCMD ["-c", "fsync=off"]\nFROM redis\n'],
    ['another entrypoint', 'FROM postgres:16\nENTRYPOINT ["run"]\nCMD ["-c", "fsync=off"]\n'],
    ['a shell as entrypoint, which gets no words', 'FROM postgres:16\nENTRYPOINT run\nCMD ["-c", "fsync=off"]\n'],
    ['a comment', 'FROM postgres:16\n# CMD ["-c", "fsync=off"]\n'],
    ['another sign at the ends of lines', '# escape=`\nFROM postgres:16\nCMD ["-c", "fsync=off"]\n'],
  ])('nothing with %s', (_, text) => expect(documents(text)).toEqual([]));

  test.each(['Dockerfile', 'Containerfile', 'Dockerfile.prod', 'db.Dockerfile'])('%s is one', (name) => {
    expect(found('FROM postgres\nCMD ["-c", "fsync=off"]\n', `/d/${name}`)).toHaveLength(1);
  });
});

test('variables, and records that are put into the sample of initdb', () => {
  const last = (text: string) => documents(text).map(([kind, own]) => [kind, own!.split('\n').slice(6, -1)]);
  const from = 'FROM postgres:13\n';
  expect(last(`${from}ENV A=b POSTGRES_HOST_AUTH_METHOD="trust"\n`)).toEqual([['hba', ['host all all all trust']]]);
  expect(last(`${from}ENV POSTGRES_HOST_AUTH_METHOD md5\n`)).toEqual([['hba', ['host all all all md5']]]);
  const line = 'RUN echo "host all all 10.0.0.0/8 md5" >> /usr/share/postgresql/pg_hba.conf.sample && rm x\n';
  expect(last(from + line)).toEqual([['hba', ['host all all 10.0.0.0/8 md5', 'host all all all md5']]]);
  expect(last(line.replace(/^/, 'FROM postgres:16\n'))[0]![1]!.at(-1)).toBe('host all all all scram-sha-256');
  const settings = `RUN echo "fsync = off" >> /usr/share/postgresql/postgresql.conf.sample\nCMD ["-c", "ssl=on"]\n`;
  expect(documents(from + settings)).toEqual([['conf', "fsync = off\nssl = 'on'\n"]]);
});

test.each([
  ['the data folder, which is a volume', 'echo "fsync = off" >> /var/lib/postgresql/data/postgresql.conf'],
  ['a new file', 'echo "fsync = off" > /usr/share/postgresql/postgresql.conf.sample'],
  ['what a shell puts in', 'echo "port = $P" >> /usr/share/postgresql/postgresql.conf.sample'],
  ['what echo may change', 'echo "a = 1\\nfsync = off" >> /usr/share/postgresql/postgresql.conf.sample'],
  ['another program', 'sed "fsync = off" >> /usr/share/postgresql/postgresql.conf.sample'],
])('nothing of %s', (_, run) => expect(documents(`FROM postgres:16\nRUN ${run}\n`)).toEqual([]));

test('every value stands where it is written, and is replaced by any other one and nothing else', () => {
  const values = ['off', '%m %u', "it's", 'a\\b', 'a"b', '4MB'];
  const value = fc.constantFrom(...values);
  const shapes = fc.constantFrom('exec', 'lines', 'shell');
  let made = 0;
  fc.assert(
    fc.property(value, value, shapes, (before, after, shape) => {
      const words = ['postgres', '-c', `log_line_prefix=${before}`, '-c', 'fsync=off'];
      const shell = words.map((word) => (/^[\w=-]+$/.test(word) ? word : `"${word.replace(/["\\]/g, '\\$&')}"`));
      const command = {
        exec: JSON.stringify(words),
        lines: `[${words.map((word) => JSON.stringify(word)).join(', \\\n  ')}]`,
        shell: shell.join(' \\\n  '),
      }[shape];
      const text = `FROM postgres:16\nCMD ${command}\n`;
      const [document] = found(text)[0]!.documents;
      const [line] = document!.text.split('\n');
      const start = 'log_line_prefix = '.length;
      const name = placeInFile(document!, { start: 0, end: start - 3 });
      expect(text.slice(name.start, name.end)).toBe('log_line_prefix');
      const token = `'${after.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
      const edit = changeInFile(document!, { start, end: line!.length, text: token });
      if (edit === undefined) return;
      made++;
      const again = found(applyEdits(text, [edit]))[0]!.documents[0]!.text;
      expect(again).toBe(`log_line_prefix = ${token}\nfsync = 'off'\n`);
      const rest = instructionsOf(applyEdits(text, [edit])).at(-1)!.rest;
      if (shape !== 'shell')
        expect(execForm(rest)!.map((word) => word.text)).toEqual(words.with(2, `log_line_prefix=${after}`));
    }),
  );
  expect(made).toBeGreaterThan(50);
});

test('lint finds and changes it, and a file that is copied has its settings and its major', async () => {
  const here = makeFolder({
    Dockerfile: 'FROM postgres:15\nCOPY postgresql.conf /etc/postgresql/\nCMD ["-c", "fsync=off"] \n',
    'postgresql.conf': "listen_addresses = '*'\n",
  });
  const { output, code } = await runIn(here, ['lint', '--format', 'json']);
  const files = JSON.parse(output) as { filePath: string; messages: { ruleId: string; line: number }[] }[];
  const rules = files.map(({ filePath, messages }) => [
    filePath.split('/').at(-1),
    messages.map(({ ruleId }) => ruleId),
  ]);
  expect(code).toBe(1);
  expect(Object.fromEntries(rules)).toMatchObject({
    Dockerfile: ['conf/fsync'],
    'postgresql.conf': expect.arrayContaining(['carrier/unread-file']),
  });
  const changed = await runIn(here, ['lint', '--diff', 'Dockerfile']);
  expect(changed.output).toContain('+CMD ["-c", "fsync=on"] \n');
});
