import type { HbaRecord, NamePattern } from '../../src/cluster/types.js';
import { addressKey, listKey, methodKey } from '../../src/linter/for-rules/record-meaning.js';
import { recordPlace } from '../../src/linter/for-rules/record-places.js';
import { isTaken } from '../../src/linter/for-rules/records.js';
import { defineRule } from '../../src/linter/rule.js';

type Column = 'databases' | 'users';

export default defineRule({
  id: 'hba/mergeable-records',
  meta: {
    type: 'suggestion',
    summary: 'Report records that differ from the one above in one list only',
    category: 'maintainability',
    messages: {
      merge: 'This record differs from line {line} in its {column} only. Write one record with {list}.',
    },
  },
  create({ report }) {
    let previous: HbaRecord | undefined;
    return {
      HbaRecord(record) {
        const earlier = previous;
        previous = isTaken(record) && record.method !== undefined ? record : undefined;
        if (earlier === undefined || previous === undefined || earlier.file !== record.file) return;
        if (earlier.connectionType !== record.connectionType || methodKey(earlier) !== methodKey(record)) return;
        if (addressKey(earlier.address) !== addressKey(record.address)) return;
        const column = onlyDifference(earlier, record);
        if (column === undefined) return;
        report({
          messageId: 'merge',
          data: {
            line: earlier.line,
            column,
            list: [...earlier[column], ...record[column]]
              .map(({ token }) => token.file.text.slice(token.start, token.end))
              .join(','),
          },
          at: recordPlace(record),
          related: [{ at: earlier, message: 'the record above' }],
        });
      },
    };
  },
});

function onlyDifference(a: HbaRecord, b: HbaRecord): Column | undefined {
  const sameDatabases = listKey(a.databases) === listKey(b.databases);
  const sameUsers = listKey(a.users) === listKey(b.users);
  if (sameDatabases === sameUsers) return undefined;
  const column: Column = sameDatabases ? 'users' : 'databases';
  return [...a[column], ...b[column]].every(isPlain) ? column : undefined;
}

/** Keywords and expressions say more in a record of their own. */
function isPlain({ kind, token }: NamePattern): boolean {
  return kind === 'name' && token.via === undefined;
}
