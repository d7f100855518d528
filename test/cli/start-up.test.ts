import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url);

/** The files of the bundle that a start of the command loads: what an entry imports at once, and so on. */
function loadedAtOnce(entry: string): Set<string> {
  const seen = new Set<string>();
  const visit = (path: URL) => {
    if (seen.has(path.pathname)) return;
    seen.add(path.pathname);
    const text = readFileSync(path, 'utf8');
    for (const [, name] of text.matchAll(/^(?:import|export)[^'"();]*?["'](\.[^'"]+)["'];$/gm))
      visit(new URL(name!, path));
  };
  visit(new URL(entry, root));
  return seen;
}

describe('the start of the command', () => {
  test('loads no rule, no catalog, no parser and no library at once', () => {
    let size = 0;
    for (const path of loadedAtOnce('dist/cli.js')) size += readFileSync(path).length;
    expect(size).toBeLessThan(20_000);
  });

  test('works from the bundle', () => {
    const output = execFileSync(process.execPath, ['dist/cli.js', '--version'], { cwd: root, encoding: 'utf8' });
    expect(output).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('lints from the bundle, with the reader of configurations in JSON with comments', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pgconflint-'));
    try {
      writeFileSync(join(folder, 'pgconflint.config.jsonc'), '{ "rules": { "hba/no-trust": "off" }, /* all */ }\n');
      writeFileSync(join(folder, 'pg_hba.conf'), 'local all all trust\n');
      const { status, stdout, stderr } = spawnSync(process.execPath, [`${root.pathname}dist/cli.js`, 'pg_hba.conf'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
