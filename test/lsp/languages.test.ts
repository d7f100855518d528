import { expect, test } from '@jest/globals';
import { isConfigurationBuffer, kindOfBuffer } from '../../src/lsp/workspace/languages.js';

// What clients send for a file that our set-ups name, and for one that they do not know.
test.each([
  ['pg-hba', 'hba'],
  ['PgHba', 'hba'],
  ['pghba', 'hba'],
  ['pg_hba.conf', 'hba'],
  ['pgconflint-hba', 'hba'],
  ['pg-ident', 'ident'],
  ['pgconflint-ident', 'ident'],
  ['pghosts', 'hosts'],
  ['postgresql-conf', 'conf'],
  ['postgresql.conf', 'conf'],
  ['PostgreSQL Conf', 'conf'],
  ['pgconf', 'conf'],
  ['pgconflint-settings', 'conf'],
  ['python', undefined],
  ['constructor', undefined],
  [undefined, undefined],
])('the language %s means the format %s', (language, kind) => {
  expect(kindOfBuffer('/c/some.file', language)).toBe(kind);
  expect(kindOfBuffer('/c/pg_ident.conf', language)).toBe('ident');
});

test.each(['', 'plaintext', 'Plain Text', 'conf', 'conf-space', 'dosini', 'properties', 'fundamental'])(
  'the contents decide about a text in “%s”',
  (language) => {
    expect(isConfigurationBuffer('/c/x', language, 'host all all 10.0.0.0/8 trust\n')).toBe(true);
    expect(isConfigurationBuffer('/c/x', language, 'Dear reader,\n')).toBe(false);
    expect(isConfigurationBuffer('/c/x', 'python', 'host all all 10.0.0.0/8 trust\n')).toBe(false);
  },
);
