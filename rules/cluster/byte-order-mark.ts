import { replaceText } from '../../src/rule-kit/edits/text.js';
import { type Cluster, defineRule, type FileKind, type SourceFile } from '../../src/rule-kit/rule.js';

/** What servers make of the mark. */
const effects: Partial<Record<FileKind, string>> = {
  conf: 'reads it as a part of the first name and does not start',
  hba: 'reads it as a part of the first word and rejects the file',
  ident: 'reads it as a part of the first word: if that is the name of a map, no record finds the map',
};
const elsewhere = 'reads it as a part of the first word';

export default defineRule({
  id: 'cluster/byte-order-mark',
  meta: {
    type: 'problem',
    summary: 'Report files that begin with a byte order mark',
    category: 'correctness',
    presets: ['correctness'],
    anyMajor: true,
    messages: {
      mark: {
        headline: 'The file begins with a byte order mark, which is not shown',
        why: 'The server {effect}.',
        help: 'Save it as UTF-8 without the mark.',
      },
    },
    fix: 'safe',
  },
  create({ cluster, report }) {
    return {
      Cluster() {
        for (const file of cluster.files) {
          if (!file.text.startsWith('\uFEFF')) continue;
          const at = { file, start: 0, end: 1 };
          report({
            messageId: 'mark',
            data: { effect: effects[file.kind] ?? elsewhere },
            at,
            ...(file.kind === 'conf' || file.kind === 'hba' ? { blocks: file.kind === 'conf' ? 'start' : 'file' } : {}),
            fix: {
              title: 'Remove the mark',
              safety: 'safe',
              changes: firstNames(cluster, file),
              edits: replaceText(at, ''),
            },
          });
        }
      },
    };
  },
});

/** The mark is a part of the first name: without it the name is another. */
function firstNames({ configuration }: Cluster, file: SourceFile): string[] | undefined {
  const first = configuration.entries.find((entry) => entry.file === file && entry.start <= 1)?.name.toLowerCase();
  return first === undefined ? undefined : [first, first.replace(/^\uFEFF/, '')];
}
