// Lighter parts for three of vfile-reporter's imports; src/report/vfile-reporter says why.

const lighter = {
  'string-width': 'string-width.ts',
  'vfile-sort': 'sort.ts',
  'vfile-reporter/do-not-use-color': 'color.ts',
};

/**
 * @param {string} root the project's folder
 * @returns {import('rolldown').Plugin}
 */
export function lightReporter(root) {
  return {
    name: 'light-reporter',
    resolveId(source, importer) {
      if (!Object.hasOwn(lighter, source) || !importer?.includes('/node_modules/vfile-reporter/')) return undefined;
      return `${root}src/report/vfile-reporter/${lighter[source]}`;
    },
  };
}
