/** What mends a record that the server refuses, where the right text is certain or nearly so. */

import { parseNumericAddress } from '../../addresses/numeric-address.js';
import { findMethod, findRecordType } from '../../catalog/authentication.js';
import type { Major } from '../../catalog/majors.js';
import type { HbaRecord, ReadingError } from '../../cluster/types.js';
import type { Report } from '../../linter/rule.js';
import { removeOption, replaceToken } from '../edits/records.js';
import { replaceText } from '../edits/text.js';

type Edits = NonNullable<Report['fix']>['edits'];

/** A repair; an uncertain one is for a person to choose. */
export interface Repair {
  title: string;
  isCertain: boolean;
  edits: Edits;
}

type Mend = (error: ReadingError, record: HbaRecord, target: Major) => Repair | undefined;

/** By the error's code. */
const mends: Readonly<Record<string, Mend>> = {
  'invalid-connection-type': (error, _, target) => lowerCase(error, (word) => findRecordType(word, target)),
  'invalid-method': (error, _, target) => lowerCase(error, (word) => findMethod(word, target)),
  'invalid-netmask': addPrefixLength,
  'host-name-with-mask': removeMask,
  'invalid-clientcert': mendClientCertificate,
  'clientcert-with-cert': (error, _, target) => {
    if (target < 14 || optionText(error) !== 'clientcert=verify-ca') return undefined;
    return { title: 'Remove clientcert, which cert implies', isCertain: true, edits: removeOption({ token: error }) };
  },
  'cert-not-hostssl': useTls,
  'option-needs-connection-type': useTls,
};

/**
 * Finds out how to mend a record.
 *
 * @param record the record, with an error
 * @returns undefined where a person must find out what was meant
 */
export function repairOf(record: HbaRecord, target: Major): Repair | undefined {
  const { error } = record;
  if (error === undefined || error.severity !== 'error') return undefined;
  return Object.hasOwn(mends, error.code) ? mends[error.code]!(error, record, target) : undefined;
}

/** The words of the first and the method column are lower case. */
function lowerCase(error: ReadingError, find: (word: string) => unknown): Repair | undefined {
  const written = error.file.text.slice(error.start, error.end);
  const lower = written.toLowerCase();
  if (!/^[\w-]+$/.test(written) || lower === written || find(lower) === undefined) return undefined;
  return { title: `Write ${lower}`, isCertain: true, edits: replaceToken(error, lower) };
}

/**
 * `10.0.0.1 scram-sha-256`: the server reads the method as a netmask. The mask length takes the place of blanks. Where a
 * column is missing and so the address is a netmask, nothing is certain; and one that ends in 0 may have meant a network.
 */
function addPrefixLength(error: ReadingError, { users }: HbaRecord, target: Major): Repair | undefined {
  const { text } = error.file;
  if (findMethod(text.slice(error.start, error.end), target) === undefined) return undefined;
  const found = /([\d.]+|[\da-f:.]*:[\da-f:.]*)([ \t]+)$/i.exec(text.slice(0, error.start));
  if (found === null) return undefined;
  const [, address = '', blanks = ''] = found;
  if (/^(?:255|0)\./.test(address) || users.some(({ value }) => parseNumericAddress(value) !== undefined))
    return undefined;
  const length = address.includes(':') ? '/128' : '/32';
  const start = error.start - blanks.length;
  const end = blanks.length > length.length && !blanks.includes('\t') ? start + length.length : start;
  return {
    title: `Write ${address}${length}, this one address`,
    isCertain: !/(?:\.0|::)$/.test(address),
    edits: replaceText({ file: error.file, start, end }, length),
  };
}

/** A host name takes no mask; one that says a single address says nothing more than the name. */
function removeMask(error: ReadingError): Repair | undefined {
  const written = error.file.text.slice(error.start, error.end);
  const parts = /^((?:[\w-]+\.)*[\w-]*[a-z][\w-]*\.?)(\/\d+)$/i.exec(written);
  if (parts === null || error.assumes !== undefined) return undefined;
  const [, name, mask] = parts;
  return {
    title: `Remove ${mask} after the host name`,
    isCertain: mask === '/32' || mask === '/128',
    edits: replaceToken(error, name!),
  };
}

/** 14 and later refuse the values of old: 1 meant verify-ca, 0 and no-verify nothing. */
function mendClientCertificate(error: ReadingError, record: HbaRecord, target: Major): Repair | undefined {
  if (target < 14) return undefined;
  const option = optionText(error);
  if (option === 'clientcert=1' && record.method !== 'cert') {
    const text = error.file.text[error.start] === '"' ? '"clientcert=verify-ca"' : 'clientcert=verify-ca';
    return { title: 'Write clientcert=verify-ca', isCertain: true, edits: replaceToken(error, text) };
  }
  if (option === 'clientcert=1') {
    return { title: 'Remove clientcert, which cert implies', isCertain: true, edits: removeOption({ token: error }) };
  }
  if ((option !== 'clientcert=0' && option !== 'clientcert=no-verify') || record.method === 'cert') return undefined;
  return { title: `Remove ${option}, which demands nothing`, isCertain: true, edits: removeOption({ token: error }) };
}

/** cert and its options need TLS. */
function useTls(_: ReadingError, { connectionTypeToken }: HbaRecord): Repair | undefined {
  if (connectionTypeToken === undefined || connectionTypeToken.value === 'local') return undefined;
  return {
    title: 'Write hostssl (clients without TLS no longer match)',
    isCertain: false,
    edits: replaceToken(connectionTypeToken, 'hostssl'),
  };
}

function optionText({ file, start, end }: ReadingError): string {
  return file.text.slice(start, end).replaceAll('"', '');
}
