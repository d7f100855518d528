// Bundles the command and the library into dist/, with a chunk for each part that is loaded only when needed.
import { execFileSync } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
await rm(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', 'rule-tester': 'src/linter/rule-tester.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // The CommonJS form of jsonc-parser requires its parts in a way that no bundler follows; its ESM form bundles.
  mainFields: ['module', 'main'],
  // Only configurations in TypeScript need it, and it loads parts of itself by name.
  external: ['jiti'],
  // Its entry for require() loads its parts by names that no bundler sees.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  minify: false,
  logLevel: 'warning',
  chunkNames: 'chunks/[name]-[hash]',
  // CommonJS packages inside an ESM bundle still call require for Node's own modules.
  banner: {
    js: "import { createRequire as pgconflintCreateRequire } from 'node:module'; const require = pgconflintCreateRequire(import.meta.url);",
  },
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
