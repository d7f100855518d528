// Bundles the command and the library into dist/, with a chunk for each part that is loaded only when needed.
import { execFileSync } from 'node:child_process';
import { cp, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
await rm(`${root}dist`, { recursive: true, force: true });
/** Gives vfile-reporter lighter parts for two of its imports; src/report/vfile-reporter says why. */
const lightReporter = {
  name: 'light-reporter',
  setup({ onResolve }) {
    const parts = { 'string-width': 'string-width.ts', 'vfile-sort': 'sort.ts' };
    onResolve({ filter: /^(?:string-width|vfile-sort)$/ }, ({ path, importer }) =>
      importer.includes('node_modules/vfile-reporter/')
        ? { path: `${root}src/report/vfile-reporter/${parts[path]}` }
        : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // jsonc-parser's main file asks for its parts by names that a bundler does not see.
  mainFields: ['module', 'main'],
  minify: true,
  // Only configurations in TypeScript need it, and it loads parts of itself by name.
  external: ['jiti'],
  logLevel: 'warning',
  // CommonJS packages inside an ESM bundle still call require for Node's own modules.
  banner: {
    js: "import { createRequire as pgconflintCreateRequire } from 'node:module'; const require = pgconflintCreateRequire(import.meta.url);",
  },
};

// The command lint is one file: to find, read and link thirty chunks takes Node longer than to compile what they hold.
const oneFile = {
  name: 'one-file',
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:commands\/lint|lint-bundle)\.js$/ }, () => ({ path: '#lint', external: true }));
  },
};
/** Parts that bring large packages and are seldom needed: files of their own, which the one file loads by `#seldom/NAME`. */
const seldom = {
  globby: 'node_modules/globby/index.js',
  'parse-yaml': 'src/linter/configuration/parse-yaml.ts',
  junit: 'src/report/junit.ts',
  checkstyle: 'src/report/checkstyle.ts',
};
const seldomApart = {
  name: 'seldom-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^globby$|^\.\/(?:parse-yaml|junit|checkstyle)\.js$/ }, ({ path }) => ({
      path: `#seldom/${path.replace(/^\.\/|\.js$/g, '')}`,
      external: true,
    }));
  },
};

/**
 * In the one file, what every run needs is linked at build time: a dynamic import would wrap it into a function, which
 * V8 parses twice.
 */
const needed =
  /\bawait import\('([^']*\/(?:rules\/index|configured|reports|sources|lint|configuration|needs|load-module|stylish|version|parse-jsonc)\.js)'\)/g;
const linked = {
  name: 'linked',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/(?:cli|report|linter)\/.*\.ts$/ }, async ({ path }) => {
      const imports = [];
      const text = (await readFile(path, 'utf8')).replace(needed, (_, specifier) => {
        imports.push(`import * as linked${imports.length} from '${specifier}';`);
        return `linked${imports.length - 1}`;
      });
      return { contents: imports.join('') + text, loader: 'ts' };
    });
  },
};

await build({
  ...shared,
  entryPoints: {
    cli: 'src/cli/main.ts',
    'lint-thread': 'src/cli/jobs/thread.ts',
    index: 'src/index.ts',
    'rule-tester': 'src/linter/rule-tester.ts',
    ...Object.fromEntries(Object.entries(seldom).map(([name, path]) => [`seldom/${name}`, path])),
  },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [lightReporter, oneFile],
});
await build({
  ...shared,
  entryPoints: { lint: 'src/cli/lint-bundle.ts' },
  plugins: [lightReporter, seldomApart, linked],
});
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/config-schema.ts'], { cwd: root, stdio: 'inherit' });
// The rules' pages go into the package: pgconflint explain prints them.
await cp(`${root}rules`, `${root}dist/rules`, {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
});
