import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publint } from 'publint';
import { isInstalled, project, remove, run, scratchFolder, write } from './programs.js';

describe('the packed package, held against the rules of the field', () => {
  const scratch = scratchFolder('package-rules');
  let tarball: Uint8Array;

  beforeAll(() => {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch];
    const output = execFileSync('npm', args, { cwd: project, encoding: 'utf8' });
    const [{ filename }] = JSON.parse(output.slice(output.indexOf('[')));
    write(scratch, { 'package.json': '{ "private": true, "type": "module" }' });
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`], {
      cwd: scratch,
      stdio: 'pipe',
    });
    tarball = new Uint8Array(readFileSync(join(scratch, filename)));
  });
  afterAll(() => remove(scratch));

  test('publint finds nothing', async () => {
    const { messages } = await publint({ pack: { tarball: tarball.buffer as ArrayBuffer }, strict: true });
    expect(messages).toEqual([]);
  });

  test('types and modules fit together for everybody who can import ES modules', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(tarball));
    if (analysis.types === false) throw new Error('the package has no types');
    // The library is of ES modules only: require() and resolvers that know no exports are told so.
    const expected = analysis.problems.filter(
      (problem) =>
        !(
          (problem.kind === 'CJSResolvesToESM' && problem.resolutionKind === 'node16-cjs') ||
          (problem.kind === 'NoResolution' && problem.resolutionKind === 'node10')
        ),
    );
    expect(expected).toEqual([]);
  });

  test('needs one small package', () => {
    const { packages } = JSON.parse(readFileSync(join(scratch, 'package-lock.json'), 'utf8'));
    const installed = Object.keys(packages).filter((path) => path !== '');
    // docs/versioning.md tells people so.
    expect(installed).toEqual(['node_modules/jiti', 'node_modules/pgconflint']);
    const kilobytes = Number.parseInt(execFileSync('du', ['-sk', 'node_modules'], { cwd: scratch, encoding: 'utf8' }));
    expect(kilobytes).toBeLessThan(7000);
  });

  describe('on every Node that is supported', () => {
    const nodes = join(project, 'test/pipelines/nodes');

    beforeAll(() => {
      if (process.platform !== 'linux') return;
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: nodes, stdio: 'pipe' });
    });

    test.each([20, 22, 24])('Node %i lints, reads a configuration in TypeScript and gives the library', (major) => {
      // The binaries are for Linux; elsewhere the Node that runs the tests stands for all.
      const packed = join(nodes, `node_modules/node-${major}-${process.arch}/bin/node`);
      const node = isInstalled(packed) ? packed : process.execPath;
      if (node === packed) expect(run(scratch, node, ['--version']).output).toMatch(new RegExp(`^v${major}\\.`));
      const command = join(scratch, 'node_modules/pgconflint/dist/cli.js');
      const insecure = run(scratch, node, [command, join(project, 'examples/insecure')]);
      expect(insecure.output).toContain('hba/no-trust');
      expect(insecure.status).toBe(1);
      write(scratch, {
        'own/pgconflint.config.ts':
          "import { defineConfig } from 'pgconflint';\nconst off: 'off' = 'off';\nexport default defineConfig({ rules: { 'hba/no-trust': off } });\n",
        'own/pg_hba.conf': 'local all all trust\n',
        'none.json': '{}\n',
      });
      expect(run(join(scratch, 'own'), node, [command, '--allow-code', 'pg_hba.conf'])).toEqual({
        status: 0,
        output: expect.stringMatching(/^No problems in 1 file\.\n/),
      });
      const script = `import { lint } from 'pgconflint';
        const { files } = await lint('own/pg_hba.conf', { config: 'none.json' });
        console.log(files[0].problems[0].ruleId);`;
      const { status, stdout } = spawnSync(node, ['--input-type=module', '-e', script], {
        cwd: scratch,
        encoding: 'utf8',
      });
      expect({ status, stdout }).toEqual({ status: 0, stdout: 'hba/no-trust\n' });
    });
  });
});
