import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { commands } from '../../src/cli/registry.js';
import { runIn } from './terminal.js';

const root = new URL('../../', import.meta.url);

describe('the command line', () => {
  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    expect(await runIn('/', ['--version'])).toEqual({ code: 0, output: `${version}\n`, errors: '' });
  });

  test('--help lists every command', async () => {
    const { code, output } = await runIn('/', ['--help'], '', { columns: 120 });
    expect(code).toBe(0);
    for (const { name, summary } of commands) expect(output).toMatch(new RegExp(`^  ${name} +`, 'm'));
    for (const { summary } of commands) expect(output).toContain(summary);
  });

  test('each command has its own help, by --help and by help', async () => {
    for (const { name } of commands) {
      const { output } = await runIn('/', [name, '--help']);
      expect(output).toContain(`pgconflint ${name}`);
      expect(await runIn('/', ['help', name])).toEqual({ code: 0, output, errors: '' });
    }
    expect(await runIn('/', ['help', 'lnt'])).toMatchObject({
      code: 2,
      errors: 'pgconflint: There is no command lnt.\n',
    });
  });

  test('the registry and the commands agree', async () => {
    const files = readdirSync(new URL('src/cli/commands/', root)).map((name) => name.replace(/\.ts$/, ''));
    expect(commands.map((entry) => entry.name).sort()).toEqual(files.sort());
    for (const entry of commands) {
      const { command } = await entry.load();
      expect({ name: command.name, summary: command.summary }).toEqual({ name: entry.name, summary: entry.summary });
    }
  });

  test('a defect of ours is one sentence and how to report it, with the stack only on request', async () => {
    const broken = {
      readStandardInput: () => {
        throw new TypeError('boom');
      },
    };
    const plain = await runIn('/', ['--stdin'], '', broken);
    expect(plain.code).toBe(2);
    expect(plain.errors).toMatch(/^pgconflint: an unexpected failure: boom\nThis is a defect/);
    expect(plain.errors).not.toContain('    at ');
    const debug = await runIn('/', ['--stdin'], '', { ...broken, env: { PGCONFLINT_DEBUG: '1' } });
    expect(debug.errors).toContain('    at ');
  });
});
