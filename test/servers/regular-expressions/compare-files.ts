/**
 * Loads expressions through pg_hba.conf (16 on) and pg_ident.conf (all majors) and compares the postmaster's verdict with
 * the checker's: node_modules/.bin/tsx compare-files.ts
 */
import { bytesOf, checkRegularExpression } from '../../../src/syntax/regular-expression.js';
import { withServers } from '../harness.js';
import { interestingExpressions } from './interesting.js';

/** What can stand on one line; every fifth is enough to show that the files use the same compiler. */
const expressions = interestingExpressions.filter((expression, index) => index % 5 === 0 && !/[\n\r]/.test(expression));
/** As characters these would be judged otherwise than as bytes. */
const beyondAscii = ['[ê-é]', '[é-ê]', '[[.é.]]', '[[=é=]]', '^[é]$'].map((text) => bytesOf(text));

let disagreements = 0;
let compared = 0;

await withServers(async (servers) => {
  for (const server of servers) {
    for (const expression of [...expressions, ...beyondAscii]) {
      const expected = checkRegularExpression(expression, server.major, 'latin-1').ok;
      const token = `"/${expression.replaceAll('"', '""')}"`;
      server.write('pg_ident.conf', Buffer.from(`map ${token} user\n`, 'latin1'));
      const answers = [{ file: 'pg_ident.conf', ok: (await server.reloadIdent()).ok }];
      server.restore();
      if (server.major >= 16) {
        server.write('pg_hba.conf', Buffer.from(`local ${token} all reject\nlocal all all trust\n`, 'latin1'));
        answers.push({ file: 'pg_hba.conf', ok: (await server.reloadHba()).ok });
        if (/^[\0-\x7f]*$/.test(expression)) {
          const { rows } = await server.query('select error from pg_hba_file_rules where error is not null');
          answers.push({ file: 'pg_hba_file_rules', ok: rows.length === 0 });
        }
        server.restore();
      }
      for (const { file, ok } of answers) {
        compared += 1;
        if (ok === expected) continue;
        disagreements += 1;
        console.log(`${server.name} ${file}: ${JSON.stringify(expression)}: ours ${expected}, server ${ok}`);
      }
    }
  }
});
console.log(`${compared} verdicts on files: ${disagreements} disagreements`);
process.exitCode = disagreements === 0 ? 0 : 1;
