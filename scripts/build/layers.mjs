// Keeps the modules of a layer in one file of the bundle.
import { readFile } from 'node:fs/promises';
import { closure } from './module-graph.mjs';
import { layers } from './parts.mjs';

/**
 * The modules of each layer, without those of the layers below it.
 *
 * @param {Map<string, { path: string, kind: string }[]>} graph
 * @returns {Map<string, Set<string>>}
 */
export function layerModules(graph) {
  const below = new Set();
  return new Map(
    Object.entries(layers).map(([name, roots]) => {
      const modules = closure(graph, roots, (path) => below.has(path));
      for (const path of modules) below.add(path);
      return [name, modules];
    }),
  );
}

/**
 * esbuild puts modules into one file that the same entries reach. So every entry that reaches a module of a layer is made
 * to reach all of it.
 *
 * @param {string} root the project's folder
 * @param {Map<string, { path: string, kind: string }[]>} graph of the bundle without this plugin
 * @returns {import('esbuild').Plugin}
 */
export function layersPlugin(root, graph) {
  const modules = layerModules(graph);
  return {
    name: 'layers',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /.*/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (pluginData === 'resolved' || (kind !== 'dynamic-import' && kind !== 'entry-point')) return undefined;
        const found = await resolve(path, { kind: 'import-statement', resolveDir, importer, pluginData: 'resolved' });
        if (found.external || found.errors.length > 0) return found;
        return { path: nameOf(root, found), namespace: 'entry' };
      });
      onLoad({ filter: /.*/, namespace: 'entry' }, async ({ path }) => {
        const roots = neededRoots(graph, modules, path);
        const imports = roots.map((module) => `import 'layer:${module}';`).join('\n');
        // A star passes on everything but the default.
        const standard = (await hasDefault(`${root}${path}`)) ? `export { default } from 'real:${path}';` : '';
        return { contents: `${imports}\nexport * from 'real:${path}';\n${standard}`, resolveDir: root };
      });
      onResolve({ filter: /^(?:layer|real):/ }, ({ path }) => {
        const name = path.slice(path.indexOf(':') + 1);
        const virtual = /^(part|rules):(.*)$/.exec(name);
        return virtual === null ? { path: `${root}${name}` } : { path: virtual[2], namespace: virtual[1] };
      });
    },
  };
}

/** The roots of the layers that an entry reaches, and of those that they reach in turn. */
function neededRoots(graph, modules, entry) {
  for (let roots = []; ; ) {
    const reached = closure(graph, [entry, ...roots]);
    const needed = [...modules].filter(([, members]) => [...members].some((member) => reached.has(member)));
    const all = needed.flatMap(([name]) => layers[name]);
    if (all.length === roots.length) return roots;
    roots = all;
  }
}

/** Whether one of our own modules has a default export. */
async function hasDefault(file) {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^export default /m.test(text);
}

/** A module's name in the graph: its path below the project's folder, or what a plugin calls it. */
function nameOf(root, { path, namespace }) {
  return namespace === 'file' ? path.slice(root.length) : `${namespace}:${path}`;
}
