/** Comments of YAML suppress what stands after them, as comments of a file do. */
import { expect, test } from '@jest/globals';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

const cluster = (records: string) =>
  `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  postgresql:\n    parameters:\n      # pgconflint-disable-next-line conf/fsync -- a test\n      fsync: 'off'\n    pg_hba:\n${records}`;

async function lines(records: string): Promise<number[]> {
  const here = makeFolder({ 'a.yaml': cluster(records) });
  const { output } = await runIn(here, ['lint', '--format', 'json', '--rule', 'suppressions/unused:error']);
  const [file] = JSON.parse(output || '[]') as { messages: { line: number; ruleId: string }[] }[];
  return (file?.messages ?? []).map(({ line }) => line);
}

test('above an item, and after it', async () => {
  const trust = '      - hostssl app app 10.0.0.0/8 trust';
  expect(await lines(`${trust}\n`)).toEqual([9]);
  expect(await lines(`      # pgconflint-disable-next-line hba/no-trust -- why\n${trust}\n`)).toEqual([]);
  expect(await lines(`${trust} # pgconflint-disable-line hba/no-trust -- why\n`)).toEqual([]);
  expect(
    await lines(`      # pgconflint-disable-next-line hba/no-trust -- why\n\n      # and more\n${trust}\n`),
  ).toEqual([]);
  expect(await lines(`      # host all all all trust\n${trust}\n`)).toEqual([10]);
});
