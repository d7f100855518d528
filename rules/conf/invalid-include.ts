import { folderOf, isAbsolutePath } from '../../src/rule-kit/cluster/paths.js';
import { distinctErrors, partsOfReading } from '../../src/rule-kit/reading-errors.js';
import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'conf/invalid-include',
  meta: {
    type: 'problem',
    summary: 'Report includes of postgresql.conf that a server cannot follow',
    category: 'correctness',
    presets: ['correctness'],
    blocks: { refused: 'start' },
    messages: { refused: { headline: '{headline}', why: '{why}', help: '{help}' } },
  },
  create({ cluster, report }) {
    return {
      Cluster({ configuration }) {
        const isElsewhere = livesElsewhere(cluster);
        for (const { file, start, end, code, message, severity } of distinctErrors(configuration.includeErrors)) {
          if (isElsewhere && code === 'include-missing') continue;
          if (severity === 'error')
            report({
              messageId: 'refused',
              data: partsOfReading({ message: message + hintFor(file.text.slice(start, end)) }),
              at: { file, start, end },
            });
        }
      },
    };
  },
});

/**
 * Whether the file says itself that a server has it in another folder than this one: Debian's names the authentication
 * files beside it. What stands in that folder nobody knows here.
 */
function livesElsewhere({ configuration, folder }: Cluster): boolean {
  return ['hba_file', 'ident_file'].some((name) => {
    const { entry } = configuration.get(name);
    return entry !== undefined && isAbsolutePath(entry.value, '/') && !folder.endsWith(folderOf(entry.value));
  });
}

/** What was probably meant by a path that leads nowhere. */
function hintFor(written: string): string {
  const path = /^(?:\w+[\s=]+)?'?([^']*)/.exec(written)?.[1] ?? '';
  if (path.startsWith('~')) return ' A server expands no ~: write the whole path, from / on.';
  const lacksSlash = /^(?:etc|var|usr|opt|srv|home|mnt|root|run)\//.test(path);
  return lacksSlash ? ` If its first slash is missing, write /${path}.` : '';
}
