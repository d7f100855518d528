import { defineRule } from '../../src/rule-kit/rule.js';

/** The parameters that name files. */
const parameters: Readonly<Record<string, string>> = { conf: 'config_file', hba: 'hba_file', ident: 'ident_file' };

export default defineRule({
  id: 'carrier/unread-file',
  meta: {
    type: 'problem',
    summary: 'Report files that are mounted into a container, and that its server does not read',
    category: 'correctness',
    presets: ['recommended'],
    messages: {
      unread: {
        headline: 'The server does not read this file',
        why: 'It lies at {target}, and no parameter names it.',
        help: 'Start the server with “-c {parameter}={target}”.',
      },
    },
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const { kind, target } of cluster.container?.unread ?? []) {
          const file = cluster.files.find(({ tree }) => tree.kind === kind);
          const parameter = parameters[kind];
          if (file === undefined || parameter === undefined) continue;
          const end = file.text.search(/\r?\n|$/);
          report({ messageId: 'unread', parts: [kind], data: { target, parameter }, at: { file, start: 0, end } });
        }
      },
    };
  },
});
