import { distance } from 'fastest-levenshtein';
import type { HbaRecord, PlacedToken } from '../../src/cluster/types.js';
import { isTaken } from '../../src/linter/for-rules/records.js';
import { defineRule } from '../../src/linter/rule.js';

type Column = 'database' | 'user' | 'address';

/** The keywords of each column, and what other programs call them. */
const keywords: Record<Column, readonly string[]> = {
  database: ['all', 'sameuser', 'samerole', 'replication'],
  user: ['all'],
  address: ['all', 'samehost', 'samenet'],
};
const foreignWords: Record<string, string> = { any: 'all', '*': 'all', '%': 'all', every: 'all', everyone: 'all' };
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
    summary: 'Report names that look like a misspelt keyword: al, ALL, any, *, replicaton',
    category: 'correctness',
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
    messages: {
      likeKeyword:
        '{name} is read as {meaning} of that name, not as the keyword {keyword}. Write {keyword}, or "{name}" in double quotes if that is its name.',
    },
    suggestions: true,
  },
  create({ options, report }) {
    return {
      HbaRecord(record) {
        if (!isTaken(record)) return;
        for (const [column, token] of namesOf(record)) {
          if (token.quoted || options['names'].includes(token.value)) continue;
          const keyword = meantKeyword(token.value, column);
          if (keyword === undefined) continue;
          const { file, start, end } = token;
          report({
            messageId: 'likeKeyword',
            data: { name: token.value, meaning: meanings[column], keyword },
            at: { file, start, end },
            suggestions: [{ title: `Write ${keyword}`, edits: [{ at: file, start, end, text: keyword }] }],
          });
        }
      },
    };
  },
});

function* namesOf(record: HbaRecord): Generator<[Column, PlacedToken]> {
  for (const { kind, token } of record.databases) if (kind === 'name') yield ['database', token];
  for (const { kind, token } of record.users) if (kind === 'name') yield ['user', token];
  if (record.address?.kind === 'host') yield ['address', record.address.token];
}

/** The keyword that a name was surely or probably meant to be. */
function meantKeyword(name: string, column: Column): string | undefined {
  const lower = name.toLowerCase();
  if (lower.length <= longestSlip) {
    if (Object.hasOwn(foreignWords, lower)) return foreignWords[lower];
    if (slipsOfAll.has(lower)) return 'all';
  }
  const plain = /[_-]/.test(lower) ? lower.replaceAll(/[_-]/g, '') : lower;
  return keywords[column].find((keyword) => keyword === plain || isSlip(keyword, plain));
}

/** Whether a name is one letter away from a long keyword. */
function isSlip(keyword: string, name: string): boolean {
  if (keyword.length <= 5 || Math.abs(keyword.length - name.length) > 1) return false;
  return distance(keyword, name) === 1;
}
