// What the language server's library loads and we never use.

/**
 * Node's modules that only other transports need, and the functions that the library takes out of them; they take a tenth
 * of the server's start.
 */
const later = { net: ['createServer', 'createConnection'], crypto: ['randomBytes'] };

/**
 * Gives the library stand-ins that load those modules when they are called, and nothing for its search for modules, which
 * would start programs.
 *
 * @type {import('esbuild').Plugin}
 */
export const lightLanguageServer = {
  name: 'light-language-server',
  setup({ onResolve, onLoad }) {
    const isOfLibrary = (importer) => /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageserver)[\\/]/.test(importer);
    onResolve({ filter: /^(?:net|crypto)$/ }, ({ path, importer }) =>
      isOfLibrary(importer) ? { path, namespace: 'later' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
      contents: later[path]
        .map((name) => `exports.${name} = (...given) => require('node:${path}').${name}(...given);`)
        .join('\n'),
    }));
    onResolve({ filter: /^\.\/files$/ }, ({ path, importer }) =>
      isOfLibrary(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: '' }));
  },
};
