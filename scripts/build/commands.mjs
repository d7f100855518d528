// What the command's first file loads later: the commands, the help, the version.
import { closure } from './module-graph.mjs';

const nameOf = (path) => `commands/${/([\w-]+)\.[jt]s$/.exec(path)[1]}`;

/**
 * The entries of what a module loads later, each under `commands/`.
 *
 * @param {Map<string, { path: string, kind: string }[]>} graph
 * @param {string} main the module
 * @returns {Record<string, string>}
 */
export function commandEntries(graph, main) {
  const loaded = [...closure(graph, [main])].flatMap((path) => graph.get(path) ?? []);
  const later = loaded.filter(({ kind, path }) => kind === 'dynamic-import' && path.startsWith('src/'));
  return Object.fromEntries(later.map(({ path }) => [nameOf(path), path]));
}

/** Leaves those entries to the files that are made of them. */
export const commandsApart = {
  name: 'commands-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${nameOf(path)}.cjs`, external: true } : undefined,
    );
  },
};
