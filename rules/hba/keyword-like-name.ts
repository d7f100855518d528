import { distance } from '../../src/rule-kit/catalog/slips.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { misplacedKeyword } from '../../src/rule-kit/records/misplaced-keywords.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type PlacedToken } from '../../src/rule-kit/rule.js';

type Column = 'database' | 'user' | 'address';

/** The keywords of each column, and what other programs call `all`. */
const keywords: Record<Column, readonly string[]> = {
  database: ['all', 'sameuser', 'samerole', 'replication'],
  user: ['all'],
  address: ['all', 'samehost', 'samenet'],
};
const foreignWords = new Set(['any', '*', '%', 'every', 'everyone', 'anyone', 'anywhere']);
/** What no role that logs in is called: CREATE ROLE refuses these names and those with pg_ in front (user.c, IsReservedName). */
const reserved = /^(?:public|none|pg_.+)$/;
/** Slips of `all` that are no likely name of anything; `mall` and `call` are. */
const slipsOfAll = new Set(['al', 'alll', 'aall', 'lal', 'a11', 'al1', 'a1l']);

/** Longer names are none of these words. */
const longestSlip = 8;

const meanings: Record<Column, string> = {
  database: 'a database',
  user: 'a role',
  address: 'a machine',
};

export default defineRule({
  id: 'hba/keyword-like-name',
  meta: {
    type: 'problem',
    summary:
      'Report names that look like a misspelt keyword: al, ALL, any, *, replicaton, or are one of another column',
    category: 'correctness',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    options: {
      names: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Names that are not reported, because something is really called so.',
      },
    },
    eachRecordAlone: true,
    messages: {
      likeKeyword: {
        headline: '{name} is a name here, not the keyword {keyword}',
        why: 'It matches only {meaning} of that name.',
        help: 'Write {keyword}, or "{name}" if it is meant.',
      },
      otherColumn: {
        headline: '{name} is a keyword of the {belongs} column only',
        why: 'Here it names {meaning}.',
        help: 'Check the columns, or write "{name}".',
      },
      noRole: {
        headline: 'No role that logs in is called {name}',
        why: 'The name is reserved, so the record matches nobody by it.',
        help: '{instead}',
      },
    },
    suggestions: true,
  },
  create({ allRecords, options, report }) {
    function check(name: string, column: Column, token: PlacedToken): void {
      const keyword = meantKeyword(name, column);
      if (keyword === undefined || token.quoted || options.names.includes(name)) return;
      const { file, start, end } = token;
      report({
        messageId: 'likeKeyword',
        data: { name, meaning: meanings[column], keyword },
        at: { file, start, end },
        suggestions: [{ title: `Write ${keyword}`, edits: replaceToken(token, keyword) }],
      });
    }
    function checkRole(name: string, { file, start, end }: PlacedToken): void {
      if (!reserved.test(name) || options.names.includes(name)) return;
      const instead = name === 'public' ? 'Write all for everyone.' : undefined;
      const ofMembers = `Write +${name} for its members.`;
      const data = { name, instead: instead ?? (name === 'none' ? 'Name the roles.' : ofMembers) };
      report({ messageId: 'noRole', data, at: { file, start, end } });
    }
    return {
      HbaRecord(record) {
        if (!isTaken(record)) return;
        const { databases, users, address } = record;
        const misplaced = misplacedKeyword(record, allRecords);
        if (misplaced !== undefined && !options.names.includes(misplaced.keyword)) {
          const { token, keyword, column, belongs } = misplaced;
          const { file, start, end } = token;
          const data = { name: keyword, belongs, column, meaning: meanings[column] };
          report({ messageId: 'otherColumn', data, at: { file, start, end } });
        }
        for (const { kind, value, token } of databases) if (kind === 'name') check(value, 'database', token);
        for (const { kind, value, token } of users) {
          if (kind !== 'name') continue;
          check(value, 'user', token);
          checkRole(value, token);
        }
        if (address?.kind === 'host') check(address.name, 'address', address.token);
      },
    };
  },
});

/** The keyword that a name was surely or probably meant to be. */
function meantKeyword(name: string, column: Column): string | undefined {
  if (name.length <= longestSlip) {
    const lower = name.toLowerCase();
    if (foreignWords.has(lower) || slipsOfAll.has(lower)) return 'all';
  }
  const plain = separators.test(name) ? name.replaceAll(/[_-]/g, '') : name;
  for (const keyword of keywords[column]) {
    // Most names are no match by their length alone.
    if (Math.abs(keyword.length - plain.length) > 1) continue;
    const lower = plain.toLowerCase();
    if (keyword === lower || (keyword.length > 5 && distance(keyword, lower) === 1)) return keyword;
  }
  return undefined;
}

const separators = /[_-]/;
