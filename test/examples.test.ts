import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { noProblemsIn, runIn } from './cli/terminal.js';

const root = fileURLToPath(new URL('../', import.meta.url));

describe('the examples', () => {
  test('the insecure cluster has problems of every kind, in every file', async () => {
    const { code, output, errors } = await runIn(root, ['examples/insecure', '--format', 'json']);
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
    const files = JSON.parse(output) as { filePath: string; messages: { ruleId: string }[] }[];
    expect(
      files.map((file) => [file.filePath.slice(`${root}examples/insecure/`.length), file.messages.length > 0]),
    ).toEqual([
      ['conf.d/10-memory.conf', true],
      ['pg_hba.conf', true],
      ['pg_ident.conf', true],
      ['postgresql.conf', true],
    ]);
    const found = new Set(files.flatMap((file) => file.messages.map((message) => message.ruleId)));
    for (const id of ['hba/no-trust', 'hba/require-tls', 'conf/log-connections', 'conf/unknown-parameter']) {
      expect(found).toContain(id);
    }
  });

  test('the hardened cluster is clean under strict', async () => {
    expect(await runIn(root, ['examples/hardened', '--preset', 'strict'])).toEqual({
      code: 0,
      output: '',
      errors: expect.stringMatching(noProblemsIn(5)),
    });
  });
});
