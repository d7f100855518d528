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
 * @returns {import('rolldown').Plugin}
 */
export function lightLanguageServer() {
  const isOfLibrary = (importer) => /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageserver)[\\/]/.test(importer);
  return {
    name: 'light-language-server',
    resolveId(source, importer) {
      if (importer === undefined || !isOfLibrary(importer)) return undefined;
      if (Object.hasOwn(later, source)) return `\0later:${source}`;
      return source === './files' ? '\0left-out' : undefined;
    },
    load(id) {
      if (id === '\0left-out') return { code: 'module.exports = {};', moduleType: 'js' };
      if (!id.startsWith('\0later:')) return undefined;
      const name = id.slice('\0later:'.length);
      const functions = later[name].map(
        (each) => `exports.${each} = (...given) => require('node:${name}').${each}(...given);`,
      );
      return { code: functions.join('\n'), moduleType: 'js' };
    },
  };
}
