// Which module imports which, as esbuild sees it.
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

/**
 * Reads the modules that some entries lead to.
 *
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<Map<string, { path: string, kind: string }[]>>} by the module's path below the project's folder
 */
export async function moduleGraph(options) {
  const { metafile } = await build({ ...options, write: false, metafile: true, minify: false, logLevel: 'error' });
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [path, imports.filter(({ external }) => !external)]),
  );
}

/**
 * The modules that run when one module does: what it imports, and so on, but nothing that it loads later.
 *
 * @param {Awaited<ReturnType<typeof moduleGraph>>} graph
 * @param {readonly string[]} roots
 * @param {(path: string) => boolean} isCut where to go no further
 * @returns {Set<string>}
 */
export function closure(graph, roots, isCut = () => false) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path) || isCut(path)) return;
    seen.add(path);
    for (const { path: next, kind } of graph.get(path) ?? []) if (kind !== 'dynamic-import') visit(next);
  };
  for (const root of roots) visit(root);
  return seen;
}

/**
 * Refuses what the written files cannot give to each other: they take over what others export when they are loaded, so
 * none of it may change later.
 *
 * @param {string} root the project's folder
 * @param {Awaited<ReturnType<typeof moduleGraph>>} graph
 */
export async function refuseChangingExports(root, graph) {
  for (const path of graph.keys()) {
    if (!/^(?:src|rules)\/.*\.ts$/.test(path)) continue;
    if (/^export (?:let|var)\b/m.test(await readFile(`${root}${path}`, 'utf8'))) {
      throw new Error(`${path} exports a variable that may change; export a function that gives it.`);
    }
  }
}
