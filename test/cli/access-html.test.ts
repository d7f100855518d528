import { describe, expect, test } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

function page(hba: string, ...args: string[]) {
  const folder = makeFolder({ 'pg_hba.conf': hba });
  return runIn(folder, ['access', 'pg_hba.conf', '--postgres', '16', '--format', 'html', ...args]);
}

/** Records as a large site has them. */
const many = Array.from({ length: 500 }, (_, n) => {
  const network = n % 4 === 0 ? `10.${n % 25}.0.0/16` : `10.${n % 25}.${n % 97}.0/24`;
  return `host db${n % 60} user${n} ${network} ${['md5', 'scram-sha-256', 'reject'][n % 3]}\n`;
}).join('');

describe('access --format html', () => {
  test.each([
    ['a few records', 'local all all peer\nhost app <b>,+ops 10.0.0.0/8 md5\nhost all all all trust\n'],
    ['500 records', many],
    ['nobody', 'local all all reject\n'],
  ])('is a page that is well formed: %s', async (_, hba) => {
    const { code, output } = await page(hba);
    expect(code).toBe(0);
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'doctype-style': 'off' },
    }).validateString(output);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(output).not.toContain('<b>,');
  });

  test('has every record that decides, and with 500 of them a short table at a glance', async () => {
    const { output, errors } = await page(`${many}host all all 10.0.0.0/8 scram-sha-256\n`);
    const idle = Number(/(\d+) records that never decide/.exec(errors)?.[1] ?? 0);
    expect(new Set(output.match(/pg_hba\.conf:\d+(?=[,<\s])/g)).size).toBeGreaterThanOrEqual(501 - idle);
    const grid = /<table class="grid">[\s\S]*?<\/table>/.exec(output)![0];
    expect(grid.match(/<tr>/g)!.length).toBeLessThanOrEqual(41);
    expect(grid.match(/<th scope="col">/g)!.length).toBeLessThanOrEqual(6);
    expect(grid).toMatch(/10\.4\.0\.0\/16 with \d+ networks in it/);
  });

  test('lists the records that never decide with --all, and draws the logins that are asked about', async () => {
    const hba = 'host app all 10.0.0.0/8 md5\nhost app bob 10.1.0.0/16 trust\nhost hr all all scram-sha-256\n';
    expect((await page(hba)).output).not.toContain('<h2>Records that never decide</h2>');
    expect((await page(hba, '--all')).output).toContain('<li>pg_hba.conf:2: pg_hba.conf:1 already matches</li>');
    const asked = (await page(hba, '--database', 'hr')).output;
    expect(asked).toContain('<strong>all</strong> → <strong>hr</strong>: <span class="how">scram-sha-256</span>');
    expect(asked).not.toContain('md5</span>');
  });
});
