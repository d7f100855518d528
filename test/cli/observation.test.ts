import { describe, expect, jest, test } from '@jest/globals';
import { progressOn } from '../../src/cli/commands/lint/observation.js';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

const files = {
  'a/pg_hba.conf': 'host all all 10.0.0.0/8 trust\n',
  'a/PG_VERSION': '16\n',
  'a/postgresql.conf': 'port = 5432\n',
};

test('--stats says how long reading and each rule took, the slowest first, and changes nothing else', async () => {
  const folder = makeFolder(files);
  const plain = await runIn(folder, []);
  const { code, output, errors } = await runIn(folder, ['--stats']);
  expect({ code, output }).toEqual({ code: plain.code, output: plain.output });
  const lines = errors.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^ +\d+\.\d ms +from the first file to the report$/);
  for (const part of ['load', 'suppressions', 'rule hba/no-trust'])
    expect(errors).toMatch(new RegExp(`ms +1 {2}${part}$`, 'm'));
  const times = lines.slice(1).map((line) => Number.parseFloat(line));
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test('--debug says which configuration and which targets hold, and why', async () => {
  const folder = makeFolder({ ...files, 'pgconflint.config.json': '{ "root": true, "extends": ["correctness"] }' });
  const { errors } = await runIn(folder, ['--debug']);
  expect(errors).toMatch(
    /^pgconflint: a\/postgresql\.conf: checked for PostgreSQL 16, told by PG_VERSION; pgconflint\.config\.json; asked for a\//,
  );
  const named = await runIn(folder, ['--debug', '--postgres', '14']);
  expect(named.errors).toContain('PostgreSQL 14, told by the configuration or the command line');
});

describe('progress', () => {
  const shown = (errorIsTerminal: boolean, waits: readonly number[]): string => {
    let [now, said] = [0, ''];
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    const progress = progressOn({ errorIsTerminal, writeError: (text: string) => void (said += text) });
    for (const [index, wait] of waits.entries()) {
      now += wait;
      progress.show(index, waits.length);
    }
    progress.end();
    clock.mockRestore();
    return said;
  };

  test('is shown on a terminal when a run takes long, and wiped out at the end', () => {
    expect(shown(true, [10, 600, 10])).toBe('\rpgconflint: 1 of 3 clusters\rpgconflint: 2 of 3 clusters\r\u001b[K');
  });

  test('is not shown for what is done at once, nor where standard error goes to a file', () => {
    expect(shown(true, [10, 10, 10])).toBe('');
    expect(shown(false, [600, 600])).toBe('');
  });
});
