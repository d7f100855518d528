import { folderOf, relativePath } from '../../src/rule-kit/cluster/paths.js';
import { type ConfFile, defineRule, type Place } from '../../src/rule-kit/rule.js';
import { mainOf } from '../../src/rule-kit/settings/setting-places.js';

export default defineRule({
  id: 'conf/unread-file',
  meta: {
    type: 'problem',
    summary: 'Report files of a conf.d folder that the server never reads',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      ending: {
        headline: 'The server does not read {file}',
        why: 'It reads names that end in .conf and start with no dot.',
        help: 'Call it {right}.',
      },
      folder: {
        headline: 'The server does not read {count} in {folder}',
        why: 'No include_dir names the folder.',
        help: "Add include_dir = '{folder}'.",
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ configuration }) {
        const included = new Set<string>();
        for (const file of configuration.files) {
          for (const line of file.tree.lines) {
            if (line.type !== 'ConfInclude' || line.directive !== 'include_dir') continue;
            const folder = folderFrom(line.value.value, file);
            if (folder === undefined) continue;
            included.add(folder);
            for (const name of cluster.namesIn?.(folder) ?? []) {
              const right = rightName(name);
              if (right === undefined) continue;
              const at: Place = { file, start: line.value.start, end: line.value.end };
              report({ messageId: 'ending', data: { file: name, right }, at });
            }
          }
        }
        const main = mainOf(cluster);
        if (main === undefined || configuration.files.some((file) => hasInclude(file))) return;
        const names = (cluster.namesIn?.('conf.d') ?? []).filter((name) => /^[^.].*\.conf$/.test(name));
        if (names.length === 0 || included.has('conf.d')) return;
        report({
          messageId: 'folder',
          data: { folder: 'conf.d', count: names.length === 1 ? names[0]! : `the ${names.length} files` },
          at: { file: main, start: 0, end: 0, wholeFile: true },
        });
      },
    };

    /** The folder by its path from that of the cluster; undefined for one that is elsewhere. */
    function folderFrom(written: string, { path }: ConfFile): string | undefined {
      if (written === '' || /^(?:\/|[A-Za-z]:)/.test(written)) return undefined;
      const from = relativePath(folderOf(path), cluster.folder);
      const trimmed = written.replace(/\/+$/, '');
      return from === '' || from === '.' ? trimmed : `${from}/${trimmed}`;
    }
  },
});

function hasInclude({ tree }: ConfFile): boolean {
  return tree.lines.some(({ type }) => type === 'ConfInclude');
}

/** The name under which a file would be read; undefined where it is read, or was surely not to be. */
function rightName(name: string): string | undefined {
  // What an editor or a person has put aside: .bak, .disabled, ~ and the like.
  const match = /^\.*(?<stem>[\w-][\w.-]*?)\.(?<ending>cnf|conf|cfg|config|CONF|Conf|cong|con)$/.exec(name);
  if (match?.groups === undefined) return undefined;
  const { stem, ending } = match.groups;
  const right = `${stem}.conf`;
  return ending === 'conf' && !name.startsWith('.') ? undefined : right;
}
