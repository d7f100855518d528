/** Containers of Podman as units of systemd, as podman-systemd.unit(5), systemd.syntax(7) and systemd.exec(5) say. */
import { expect, test } from '@jest/globals';
import { carriers } from '../../../src/carriers/index.js';
import { documentsIn } from '../../../src/documents/carrier.js';
import { changeInFile, placeInFile } from '../../../src/documents/places.js';
import { applyEdits } from '../../../src/linter/fixes.js';
import { makeFolder } from '../../cli/folder.js';
import { runIn } from '../../cli/terminal.js';

const found = (text: string) => documentsIn('/c/db.container', { text, encoding: 'utf-8' }, carriers);
const unit = (rest: string, image = 'docker.io/library/postgres:16') =>
  `[Unit]\nDescription=x\n\n[Container]\nImage=${image}\n${rest}[Install]\nWantedBy=default.target\n`;
const texts = (text: string) => found(text).flatMap(({ documents }) => documents.map((one) => [one.kind, one.text]));

test.each([
  ['words', 'Exec=postgres -c fsync=off -c "log_statement=d d l"\n', "fsync = 'off'\nlog_statement = 'd d l'\n"],
  ['of the image alone', 'Exec = -c work_mem=8MB\n', "work_mem = '8MB'\n"],
  ['of several lines', 'Exec=-c\\\n  work_mem=8MB \\\n# why\n  -i\n', "work_mem = '8MB'\nlisten_addresses = '*'\n"],
  ['the last of two', 'Exec=-c work_mem=8MB\nExec=-c work_mem=9MB\n', "work_mem = '9MB'\n"],
  ['those that are known', 'Exec=-c work_mem=$A -c fsync=off -c log_line_prefix=%%m\n', "fsync = 'off'\n"],
])('settings: %s', (_, rest, conf) => {
  expect(texts(unit(rest))).toEqual([['conf', conf]]);
  expect(found(unit(rest))[0]).toMatchObject({ targets: [16], targetSource: 'Image in db.container' });
});

test('records of the image, by a variable', () => {
  const hba = (rest: string) => texts(unit(rest)).map(([kind, text]) => [kind, text!.trimEnd().split('\n').at(-1)]);
  expect(hba('Environment=A=b "POSTGRES_HOST_AUTH_METHOD=trust"\n')).toEqual([['hba', 'host all all all trust']]);
  const mounted = 'Volume=./pg_hba.conf:/var/lib/postgresql/data/pg_hba.conf:ro\n';
  expect(hba(`Environment=POSTGRES_HOST_AUTH_METHOD=trust\n${mounted}`)).toEqual([]);
});

test('its memory', () => {
  const text = unit('Exec=-c shared_buffers=1GB\nMemory=512m\nShmSize=256m\n');
  expect(found(text)[0]!.container).toMatchObject({
    memory: { bytes: 2 ** 29, written: '512m', name: 'Memory' },
    sharedMemory: { bytes: 2 ** 28 },
  });
});

test('every setting has its place, and a change keeps the rest', () => {
  const text = unit('Exec=postgres \\\n  -c fsync=off \\\n  -c work_mem=8MB\n');
  const [document] = found(text)[0]!.documents;
  const start = document!.text.indexOf("'off'");
  const place = placeInFile(document!, { start: start + 1, end: start + 4 });
  expect(text.slice(place.start, place.end)).toBe('off');
  const edit = changeInFile(document!, { start, end: start + 5, text: 'on' });
  expect(applyEdits(text, [edit!])).toBe(text.replace('fsync=off', 'fsync=on'));
});

test.each([
  ['another image', unit('Exec=-c fsync=off\n', 'redis:7')],
  ['another section', '[Service]\nImage=postgres:16\nExecStart=postgres -c fsync=off\n'],
  ['nothing that is set', unit('Environment=POSTGRES_PASSWORD=x\n')],
  ['an unknown script', unit('Exec=sh -c "a; postgres -c fsync=off"\n')],
])('nothing in %s', (_, text) => expect(found(text)).toEqual([]));

test('lint finds and reports it', async () => {
  const folder = makeFolder({ 'units/db.container': unit('Exec=-c max_conections=5\n') });
  const { output } = await runIn(folder, ['lint', '--format', 'concise', '.']);
  expect(output).toMatch(/units\/db\.container:6:9: error conf\/unknown-parameter/);
});
