/** Records as text: the other way round from reading them. */

import { formatAddress } from '../../addresses/numeric-address.js';
import type { Major } from '../../catalog/majors.js';

/** A word without quotes means itself unless it is one of these in some column (hba.c, token_is_keyword). */
const keywords: ReadonlySet<string> = new Set([
  'all',
  'sameuser',
  'samerole',
  'samegroup',
  'samehost',
  'samenet',
  'replication',
]);

/** Writes a token so that it is read as this text and nothing else; undefined where no token can be (hba.c, next_token). */
export function writeToken(text: string): string | undefined {
  if (/[\n\r\0]/.test(text)) return undefined;
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * Writes the name of a role or a database so that it means just that.
 *
 * @returns undefined where no record can name it
 */
export function writeName(name: string, target: Major): string | undefined {
  if (/^\w[\w.-]*$/.test(name) && !keywords.has(name)) return name;
  // From 16 on a slash starts an expression in quotes, too (hba.c, regcomp_auth_token).
  if (name.startsWith('/') && target >= 16) {
    const escaped = name.replaceAll(/[\x20-\x7e]/g, (character) =>
      /\w/.test(character) ? character : `\\${character}`,
    );
    return writeToken(`/^${escaped}$`);
  }
  return writeToken(name);
}

/** Writes a network as a column of a record. */
export function writeNetwork({ family, value, prefix }: { family: 4 | 6; value: bigint; prefix: number }): string {
  return `${formatAddress(value, family)}/${prefix}`;
}

/** Writes an option as it is read. */
export function writeOption({ name, value }: { name: string; value: string }): string | undefined {
  const text = `${name}=${value}`;
  return /^[\w=.:/+-]+$/.test(text) ? text : writeToken(text);
}
