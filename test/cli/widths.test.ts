/** What people see on a terminal of some width: every command under a pseudo-terminal, which `script` of util-linux makes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import columnsOf from '../../src/report/vfile-reporter/string-width.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every command that prints for people; scripts for shells and JSON are for programs. */
const calls = [
  'examples/insecure',
  'examples/hardened',
  'examples',
  'examples/insecure --preset all --each',
  'examples/insecure --format vfile',
  'examples/insecure --stats --debug --quiet',
  '--list-rules',
  'lost/pg_hba.conf',
  'access examples/insecure',
  'access examples/hardened --all',
  'show hba examples/insecure',
  'show hba examples/hardened',
  'show ident examples/hardened',
  'show settings examples/insecure',
  'settings examples/insecure',
  'settings examples/hardened --changed-only',
  'diff examples/hardened examples/insecure',
  'diff examples/hardened examples/hardened',
  'audit examples/insecure --benchmark cis-16',
  'audit examples/hardened --benchmark stig-crunchy-16',
  'upgrade examples/insecure --from 13 --to 18',
  'who examples/hardened --user app --database app --from 10.20.1.3',
  'who examples/insecure --user app --database app --local',
  'explain shared_buffers',
  'explain hba/no-trust',
  'config examples/insecure/pg_hba.conf',
  '--help',
  ...[
    'lint',
    'settings',
    'show',
    'format',
    'audit',
    'upgrade',
    'explain',
    'config',
    'who',
    'init',
    'access',
    'diff',
  ].map((name) => `${name} --help`),
];

const hasTools = ['script --version', 'stty --version'].every((call) => {
  const { status, stdout } = spawnSync('sh', ['-c', call], { encoding: 'utf8' });
  return status === 0 && (call.startsWith('stty') || stdout.includes('util-linux'));
});

/** Colours and links take no column. */
const withoutSequences = (text: string) => text.replace(/\u001b\[[\d;]*[mK]|\u001b\]8;;[^\u001b]*\u001b\\/g, '');

if (hasTools) {
  describe.each([80, 120, 200])('on a terminal of %d columns', (width) => {
    const folder = mkdtempSync(join(tmpdir(), 'pgconflint-'));
    let printed: string[];

    beforeAll(() => {
      const lines = calls.map((call) => `echo '<<>>'\n"${process.execPath}" dist/cli.js ${call}`);
      writeFileSync(join(folder, 'calls.sh'), `stty cols ${width} rows 50\n${lines.join('\n')}\n`);
      const log = join(folder, 'log');
      const env = { ...process.env, TERM: 'xterm-256color', FORCE_HYPERLINK: '1' };
      for (const name of ['CI', 'COLUMNS', 'NO_COLOR', 'FORCE_COLOR']) delete (env as NodeJS.ProcessEnv)[name];
      spawnSync('script', ['-q', '-e', '-c', `sh ${join(folder, 'calls.sh')}`, log], {
        cwd: root,
        env,
        stdio: 'ignore',
      });
      // `script` writes what it did in the first and the last line.
      const text = readFileSync(log, 'utf8').replace(/^Script started[^\n]*\n|\nScript done[^\n]*\n$/g, '');
      printed = text.replaceAll('\r\n', '\n').split('<<>>\n').slice(1);
    }, 180_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each(calls.map((call, index) => ({ call, index })))('pgconflint $call', ({ index }) => {
      const text = printed[index]!;
      expect(text.length).toBeGreaterThan(20);
      const lines = withoutSequences(text).split('\n');
      expect(lines.filter((line) => columnsOf(line) > width)).toEqual([]);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    });

    test('is known as a terminal: it gets colours and links', () => {
      expect(printed[0]).toContain('\u001b[1;31m');
      expect(printed[0]).toContain('\u001b]8;;https://');
    });
  });
} else {
  test('no pseudo-terminal: script of util-linux, or stty, is not installed here', () => {
    expect(hasTools).toBe(false);
  });
}
