import type { Address, NamePattern, PlacedToken } from '../../src/cluster/types.js';
import { tokenReplacement } from '../../src/linter/for-rules/record-edits.js';
import { isTaken } from '../../src/linter/for-rules/records.js';
import { defineRule } from '../../src/linter/rule.js';

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

type Column = keyof typeof meanings;

function meaningOf(keyword: string, column: Column): string | undefined {
  const known: Readonly<Record<string, string>> = meanings[column];
  if (column === 'user' && keyword.length > 1 && keyword.startsWith('+')) return `the members of ${keyword.slice(1)}`;
  return Object.hasOwn(known, keyword) ? known[keyword] : undefined;
}

const things: Readonly<Record<Column, string>> = { database: 'database', user: 'role', address: 'machine' };

export default defineRule({
  id: 'hba/keyword-as-name',
  meta: {
    type: 'problem',
    summary: 'Report keywords that the server takes for names, because they are quoted or not in lower case',
    category: 'correctness',
    presets: ['recommended'],
    severity: 'warning',
    options: {
      names: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Databases and roles that really have the name of a keyword, for instance ["replication"].',
      },
    },
    messages: {
      quoted:
        'In quotes {written} is the name of a {thing}, not the keyword for {meaning}. Write {keyword} without quotes.',
      letterCase:
        'Keywords are lower case: {written} is the name of a {thing} here, not the keyword for {meaning}. Write {keyword}.',
    },
    suggestions: true,
  },
  create({ options, report }) {
    function check(token: PlacedToken, column: Column): void {
      if (options['names'].includes(token.value)) return;
      const keyword = token.quoted ? token.value : token.value.toLowerCase();
      const meaning = meaningOf(keyword, column);
      if (meaning === undefined || (!token.quoted && keyword === token.value)) return;
      const { file, start, end } = token;
      // Unquoted, these would be something else again: an @file or several words.
      const canUnquote = /^\+?\w+$/.test(keyword);
      report({
        messageId: token.quoted ? 'quoted' : 'letterCase',
        data: { written: token.quoted ? `"${token.value}"` : token.value, thing: things[column], meaning, keyword },
        at: { file, start, end },
        suggestions: canUnquote ? [{ title: `Write ${keyword}`, edits: tokenReplacement(token, keyword) }] : [],
      });
    }
    function checkNames(patterns: readonly NamePattern[], column: Column): void {
      for (const { kind, token } of patterns) if (kind === 'name') check(token, column);
    }
    function checkAddress(address: Address | undefined): void {
      if (address?.kind === 'host') check(address.token, 'address');
    }
    return {
      HbaRecord(record) {
        if (!isTaken(record)) return;
        checkNames(record.databases, 'database');
        checkNames(record.users, 'user');
        checkAddress(record.address);
      },
    };
  },
});
