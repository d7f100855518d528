import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { listInForce } from '../../src/rule-kit/settings/settings.js';
import { libraryParameters } from '../../src/rule-kit/values/parameters.js';

/** Folders in which every user of the machine can put a file. */
const writable = /^\/(?:tmp|var\/tmp|dev\/shm)\//;

export default defineRule({
  id: 'conf/preload-path',
  meta: {
    type: 'problem',
    summary: 'Disallow libraries from elsewhere than PostgreSQL’s own folder',
    category: 'authorization',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    options: {
      folders: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Further folders from which libraries may come, for instance ["/opt/extensions/"].',
      },
    },
    messages: {
      writable: {
        headline: '{name} loads from a folder that anyone can write',
        why: 'Whoever puts a file at {path} runs code as the server’s user.',
        help: "Install the library in PostgreSQL's folder and write {library}.",
      },
      path: {
        headline: '{name} loads {path} from a folder of its own',
        why: 'An upgrade leaves it behind, and whoever can write there runs code as the server’s user.',
        help: "Install it in PostgreSQL's library folder and write {library}.",
      },
    },
  },
  create({ cluster, options, report }) {
    return {
      Cluster() {
        for (const name of libraryParameters) {
          const { entry } = cluster.configuration.get(name);
          if (entry === undefined) continue;
          for (const path of listInForce(cluster, name) ?? []) {
            if (!/^(?:\/|[A-Za-z]:[\\/])/.test(path)) continue;
            if (options.folders.some((folder: string) => path.startsWith(folder))) continue;
            report({
              messageId: writable.test(path) ? 'writable' : 'path',
              data: { name, path, library: path.replace(/^.*[\\/]/, '').replace(/\.(?:so|dylib|dll)$/, '') },
              at: valuePlace(entry),
            });
          }
        }
      },
    };
  },
});
