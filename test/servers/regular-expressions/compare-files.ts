/**
 * Loads expressions through pg_hba.conf (16 on) and pg_ident.conf (all majors) and compares the postmaster's verdict with
 * the checker's: node_modules/.bin/tsx compare-files.ts
 */
import { bytesOf, checkRegularExpression } from '../../../src/syntax/regular-expression.js';
import { withServers } from '../harness.js';
import { Outcome } from '../outcome.js';
import type { Server } from '../server.js';
import { interestingExpressions } from './interesting.js';

/** What can stand on one line; every fifth is enough to show that the files use the same compiler. */
const expressions = interestingExpressions.filter((expression, index) => index % 5 === 0 && !/[\n\r]/.test(expression));
/** As characters these would be judged otherwise than as bytes. */
const beyondAscii = ['[ê-é]', '[é-ê]', '[[.é.]]', '[[=é=]]', '^[é]$'].map((text) => bytesOf(text));

const all = [...expressions, ...beyondAscii];
let disagreements = 0;
const outcome = new Outcome();
let compared = 0;

function token(expression: string): string {
  return `"/${expression.replaceAll('"', '""')}"`;
}

function judge(server: Server, file: string, expression: string, ok: boolean): void {
  compared += 1;
  const expected = checkRegularExpression(expression, server.major, 'latin1').ok;
  if (ok === expected) return;
  disagreements += 1;
  outcome.differs(server.installation);
  console.log(`${server.name} ${file}: ${JSON.stringify(expression)}: ours ${expected}, server ${ok}`);
}

/** Whether a reload takes the file; asked again where it differs from ours: the log of a reload before may have been read. */
async function isTaken(reload: () => Promise<{ ok: boolean }>, server: Server, expression: string): Promise<boolean> {
  const { ok } = await reload();
  return ok === checkRegularExpression(expression, server.major, 'latin1').ok ? ok : (await reload()).ok;
}

await withServers(async (servers) => {
  for (const server of servers) {
    outcome.add(server.installation);
    // One file after the other: a reload of pg_ident.conf may still be logging when the next one begins.
    for (const expression of all) {
      server.write('pg_ident.conf', Buffer.from(`map ${token(expression)} user\n`, 'latin1'));
      judge(server, 'pg_ident.conf', expression, await isTaken(() => server.reloadIdent(), server, expression));
    }
    server.restore();
    if (server.major < 16) continue;
    await server.reloadHba();
    await server.reloadHba();
    for (const expression of all) {
      server.write(
        'pg_hba.conf',
        Buffer.from(`local ${token(expression)} all reject\nlocal all all trust\n`, 'latin1'),
      );
      judge(server, 'pg_hba.conf', expression, await isTaken(() => server.reloadHba(), server, expression));
      if (!/^[\0-\x7f]*$/.test(expression)) continue;
      const { rows } = await server.query('select error from pg_hba_file_rules where error is not null');
      judge(server, 'pg_hba_file_rules', expression, rows.length === 0);
    }
    server.restore();
  }
});
console.log(`${compared} verdicts on files on ${outcome.servers}: ${disagreements} disagreements`);
outcome.end();
