/** Words that would be keywords of pg_hba.conf or pg_ident.conf, were they not in quotes or in capitals. */
import type { PlacedToken } from '../../cluster/types.js';
import type { Report } from '../../linter/rule.js';
import { replaceToken } from '../edits/records.js';

/** What a keyword would mean, by column. */
const meanings = {
  database: {
    all: 'every database',
    sameuser: 'the database of the role’s name',
    samerole: 'the databases named after a role that the user is a member of',
    samegroup: 'the databases named after a role that the user is a member of',
    replication: 'physical replication',
  },
  user: { all: 'every role' },
  address: {
    all: 'every address',
    samehost: 'the server’s own addresses',
    samenet: 'the networks that the server is in',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** The columns that have keywords. */
export type KeywordColumn = keyof typeof meanings;

const things: Readonly<Record<KeywordColumn, string>> = { database: 'database', user: 'role', address: 'host' };

function meaningOf(keyword: string, column: KeywordColumn): string | undefined {
  const known: Readonly<Record<string, string>> = meanings[column];
  if (column === 'user' && keyword.length > 1 && keyword.startsWith('+')) return `the members of ${keyword.slice(1)}`;
  return Object.hasOwn(known, keyword) ? known[keyword] : undefined;
}

/** The messages of the rules about such words. */
export const keywordMessages = {
  quoted: {
    headline: '{written} in quotes is a name, not a keyword',
    why: 'It is a {thing}, not {meaning}.',
    help: 'Remove the quotes.',
  },
  letterCase: {
    headline: '{written} is a name, since keywords are lower case',
    why: 'It is a {thing}, not {meaning}.',
    help: 'Write {keyword}.',
  },
};

/**
 * What to report of a token that the server takes for a name.
 *
 * @returns undefined where it would be a name in any spelling
 */
export function mistakenKeyword(token: PlacedToken, column: KeywordColumn): Report | undefined {
  const keyword = token.quoted ? token.value : token.value.toLowerCase();
  const meaning = meaningOf(keyword, column);
  if (meaning === undefined || (!token.quoted && keyword === token.value)) return undefined;
  const { file, start, end } = token;
  // Unquoted, other words would be something else again: an @file or several words.
  const canUnquote = /^\+?\w+$/.test(keyword);
  return {
    messageId: token.quoted ? 'quoted' : 'letterCase',
    data: { written: token.quoted ? `"${token.value}"` : token.value, thing: things[column], meaning, keyword },
    at: { file, start, end },
    suggestions: canUnquote ? [{ title: `Write ${keyword}`, edits: replaceToken(token, keyword) }] : [],
  };
}
