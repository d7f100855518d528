import { baseNameOf } from '../../src/rule-kit/cluster/paths.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';

const locations = ['data_directory', 'hba_file', 'ident_file', 'hosts_file', 'external_pid_file'];

export default defineRule({
  id: 'conf/file-location',
  meta: {
    type: 'suggestion',
    summary: 'Require that the places of files are set in the main file alone',
    category: 'maintainability',
    presets: ['strict'],
    messages: {
      included: {
        headline: '{name} is set in the included file {file}',
        why: 'It is found only by following includes.',
        help: 'Set it in {main}.',
      },
      moved: {
        headline: '{name} names a file outside of the cluster',
        why: '{value} is not linted with it.',
        help: 'Keep it beside {main}.',
      },
    },
  },
  create({ cluster, report }) {
    const { main } = cluster.configuration;
    if (main === undefined) return {};
    const unread = new Set(cluster.unreadFiles?.map(({ path }) => baseNameOf(path)));
    return {
      ConfEntry(entry) {
        const name = entry.parameter?.name;
        if (name === undefined || !locations.includes(name) || entry.overriddenBy !== undefined) return;
        const data = { name, main: baseNameOf(main.path) };
        if (entry.file !== main) {
          report({ messageId: 'included', data: { ...data, file: baseNameOf(entry.file.path) }, at: namePlace(entry) });
          return;
        }
        if (name === 'data_directory' || name === 'external_pid_file' || !unread.has(baseNameOf(entry.value))) return;
        report({ messageId: 'moved', data: { ...data, value: entry.value }, at: namePlace(entry) });
      },
    };
  },
});
