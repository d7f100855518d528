import { describe, expect, test } from '@jest/globals';
import { hosts } from '../../cluster/reading.js';

// Observed on 19rc1 with ssl_sni = on, the files that the entries name being there.
describe('pg_hosts.conf', () => {
  test.each([
    '',
    '# nothing\n',
    'a.example.com a.crt a.key\n',
    'a,b,*.example.com a.crt a.key ca.crt "echo x" on\n',
    '-bad_ "" ""\n',
    '/x/ a.crt a.key\n',
    '* a.crt a.key\n/no_sni/ a.crt a.key\nb a.crt a.key "" ""\n',
    '"*" a.crt a.key\n',
    'a a.crt a.key ca cmd ON\nb a.crt a.key ca cmd t\n',
    'a \\\n a.crt a.key\n',
    '/no_sni/ a.crt a.key\n/NO_SNI/ a.crt a.key\n',
    'a a.crt,\n a.key\n'.replace(',\n', ' '),
  ])('%j loads', (text) => {
    expect(hosts(text, 19)).toMatchObject({ loads: true, errors: [] });
  });

  test.each([
    ['a\n', 'missing-column'],
    ['a a.crt\n', 'missing-column'],
    ['a a.crt a.key ca cmd on extra\n', 'extra-column'],
    ['a a.crt,b.crt a.key\n', 'several-values'],
    ['a a.crt a.key,b.key\n', 'several-values'],
    ['a a.crt a.key ca,cb\n', 'several-values'],
    ['a a.crt a.key ca cmd,b\n', 'several-values'],
    ['a a.crt a.key ca cmd on,off\n', 'invalid-boolean'],
    ['a a.crt a.key ca cmd maybe\n', 'invalid-boolean'],
    ['a a.crt a.key ca cmd o\n', 'invalid-boolean'],
    ['*,a a.crt a.key\n', 'special-host-in-list'],
    ['a,"/no_sni/" a.crt a.key\n', 'special-host-in-list'],
    ['localhost a.crt a.key\nx,LOCALHOST a.crt a.key\n', 'repeated-host'],
    ['* a.crt a.key\n"*" a.crt a.key\n', 'repeated-host'],
    ['/no_sni/ a.crt a.key\n/no_sni/ a.crt a.key\n', 'repeated-host'],
  ])('%j does not load: %s', (text, code) => {
    const reading = hosts(text, 19);
    expect(reading.loads).toBe(false);
    expect(reading.entries.map((entry) => entry.error?.code).filter(Boolean)).toEqual([code]);
  });

  test('follows @files and includes', () => {
    const files = { names: 'a\nb # c\n', 'more.conf': '* c.crt c.key\n' };
    const reading = hosts('@names a.crt a.key\ninclude more.conf\n', 19, files);
    expect(reading.entries.map(({ hostNames }) => hostNames.map(({ value }) => value))).toEqual([['a', 'b'], ['*']]);
    expect(reading.files).toHaveLength(3);
  });
});
