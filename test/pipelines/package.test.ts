import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isInstalled, project, remove, run, scratchFolder, write } from './programs.js';

/** What npm tells of a package that it packed. */
interface Packed {
  filename: string;
  files: { path: string }[];
  unpackedSize: number;
}

describe('the packed package', () => {
  const scratch = scratchFolder('package');
  let packed: Packed;

  beforeAll(() => {
    write(scratch, { 'package.json': '{ "private": true }' });
    // The build is there already; --ignore-scripts keeps prepare from making it anew.
    const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], {
      cwd: project,
      encoding: 'utf8',
    });
    packed = JSON.parse(output.slice(output.indexOf('[')))[0];
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--omit=dev', `./${packed.filename}`], {
      cwd: scratch,
      stdio: 'pipe',
    });
  });
  afterAll(() => remove(scratch));

  test('holds what a user needs and nothing else', () => {
    const foreign = packed.files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path) &&
          !/^dist\/(cli\.js|(index|rule-kit|rule-tester)\.(cjs|mjs)|lint-thread\.cjs|schema\.json|third-party-licences\.txt)$/.test(
            path,
          ) &&
          !/^dist\/(chunks|commands|parts)\/[\w-]+\.cjs$/.test(path) &&
          !/^dist\/((types\/)?package\.json|types\/.+\.d\.ts|rules\/[\w-]+\/[\w-]+\.md)$/.test(path),
      );
    expect(foreign).toEqual([]);
    const paths = packed.files.map(({ path }) => path);
    for (const path of [
      'package.json',
      'README.md',
      'LICENSE',
      'dist/cli.js',
      'dist/index.mjs',
      'dist/rule-kit.mjs',
      'dist/rule-tester.mjs',
      'dist/third-party-licences.txt',
    ]) {
      expect(paths).toContain(path);
    }
  });

  test('has no install script', () => {
    const manifest = JSON.parse(
      execFileSync('node', ['-p', "JSON.stringify(require('./package.json').scripts)"], {
        cwd: project,
        encoding: 'utf8',
      }),
    );
    for (const script of ['preinstall', 'install', 'postinstall']) expect(manifest).not.toHaveProperty(script);
  });

  test('runs without a network on the insecure example', () => {
    const command = `${scratch}/node_modules/.bin/pgconflint`;
    const args = [`${project}examples/insecure`];
    // A network namespace of its own has no way out; only root may make one.
    const alone = process.getuid?.() === 0 && isInstalled('unshare');
    const { status, output } = alone
      ? run(scratch, 'unshare', ['--net', command, ...args])
      : run(scratch, command, args);
    expect(output).toContain('hba/no-trust');
    expect(status).toBe(1);
  });

  test('gives its exports and types', () => {
    const script = "import('pgconflint').then((api) => console.log(typeof api.defineRule))";
    expect(run(scratch, process.execPath, ['--input-type=module', '-e', script])).toEqual({
      status: 0,
      output: 'function\n',
    });
    expect(readdirSync(`${scratch}/node_modules/pgconflint/dist/types/src`)).toContain('index.d.ts');
  });
});
