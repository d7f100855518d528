import { removeRecord, replaceToken } from '../../src/rule-kit/edits/records.js';
import { isSameAddress, listKey, methodKey } from '../../src/rule-kit/records/meaning.js';
import { recordPlace } from '../../src/rule-kit/records/record-places.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord, type NamePattern, type Report } from '../../src/rule-kit/rule.js';

type Column = 'databases' | 'users';

export default defineRule({
  id: 'hba/mergeable-records',
  meta: {
    type: 'suggestion',
    summary: 'Report records that differ from the one above in one list only',
    category: 'maintainability',
    presets: ['style'],
    messages: {
      merge: {
        headline: 'This record differs from line {line} in its {column} only',
        help: 'Write one record with {list}.',
      },
    },
    suggestions: true,
  },
  create({ report }) {
    let previous: HbaRecord | undefined;
    return {
      HbaRecord(record) {
        const earlier = previous;
        previous = isTaken(record) && record.method !== undefined ? record : undefined;
        if (earlier === undefined || previous === undefined || earlier.file !== record.file) return;
        if (earlier.connectionType !== record.connectionType || methodKey(earlier) !== methodKey(record)) return;
        if (!isSameAddress(earlier.address, record.address)) return;
        const column = onlyDifference(earlier, record);
        if (column === undefined) return;
        const list = [...earlier[column], ...record[column]]
          .map(({ token }) => token.file.text.slice(token.start, token.end))
          .join(',');
        report({
          messageId: 'merge',
          data: { line: earlier.line, column, list },
          at: recordPlace(record),
          related: [{ at: earlier, message: 'the record above' }],
          suggestions: merge(earlier, record, column, list),
        });
      },
    };
  },
});

/** Both lists in the record above; records that go on in a second line are left to a person. */
function merge(earlier: HbaRecord, record: HbaRecord, column: Column, list: string): Report['suggestions'] {
  const { file } = earlier;
  const goesOn = [earlier, record].some(({ start, end }) => file.text.slice(start, end).includes('\n'));
  const [first, last] = [earlier[column][0]?.token, earlier[column].at(-1)?.token];
  if (goesOn || first === undefined || last === undefined) return [];
  const widened = replaceToken({ file, start: first.start, end: last.end }, list);
  return [{ title: 'Write one record', edits: [...widened, ...removeRecord(record)] }];
}

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
