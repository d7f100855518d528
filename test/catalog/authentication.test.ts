import { describe, expect, test } from '@jest/globals';
import {
  authenticationMethods,
  authenticationOptions,
  findMethod,
  findOption,
  findRecordType,
  keywords,
  recordTypes,
  usualBuild,
} from '../../src/catalog/authentication.js';
import { majors } from '../../src/catalog/majors.js';
import { configurationOf, hba } from '../cluster/reading.js';

/** Options that oauth, radius and ldap records cannot do without. */
const needed: Readonly<Record<string, string>> = {
  oauth: 'scope=s issuer=i',
  radius: 'radiusservers=127.0.0.1 radiussecrets=s',
  ldap: 'ldapserver=h ldapprefix=p',
};
const configuration = configurationOf({ ssl: true, oauth_validator_libraries: 'v' });

describe('what the catalog offers is what the decoder takes', () => {
  test.each(majors)('methods and their connection types on %s', (major) => {
    for (const method of authenticationMethods) {
      for (const { name: type } of recordTypes) {
        const address = type === 'local' ? '' : 'all';
        const text = `${type} all all ${address} ${method.name} ${needed[method.name] ?? ''}\n`;
        const expected =
          findMethod(method.name, major) !== undefined &&
          findRecordType(type, major) !== undefined &&
          method.connectionTypes.includes(type) &&
          (method.build === undefined || usualBuild.has(method.build));
        expect({ text, loads: hba(text, major, {}, configuration).loads }).toEqual({ text, loads: expected });
      }
    }
  });

  test.each(majors)('options on %s', (major) => {
    for (const option of authenticationOptions) {
      if (findOption(option.name, major) !== undefined) continue;
      const [record] = hba(`local all all md5 ${option.name}=x\n`, major).records;
      expect({ name: option.name, code: record!.error?.code }).toEqual({ name: option.name, code: 'unknown-option' });
    }
  });
});

test('every entry is described in one sentence', () => {
  for (const { name, description } of [
    ...recordTypes,
    ...authenticationMethods,
    ...authenticationOptions,
    ...keywords,
  ]) {
    expect({ name, description }).toEqual({ name, description: expect.stringMatching(/^[A-Zl].*\.$/) });
  }
});

test('validator.NAME is an option of 19 only', () => {
  expect(findOption('validator.log', 18)).toBeUndefined();
  expect(findOption('validator.log', 19)?.methods).toEqual(['oauth']);
  expect(findOption('validator', 18)).toBeDefined();
});
