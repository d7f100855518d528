import type { Grouping } from '../../../access/least-access/needs.js';
import type { Known } from '../../../access/policies/policy.js';
import { remarksOnHba } from '../../../access/remarks.js';
import { relativePath, toCorePath } from '../../../files/paths.js';
import type { LoggedLogins } from '../../../logs/logins.js';
import { asIs, say } from '../../../report/printable.js';
import type { Terminal } from '../../command.js';
import type { ChosenHba } from '../../one-hba.js';
import { generate } from './generate.js';
import { notLetInText } from './generated-text.js';

/**
 * Prints a pg_hba.conf for the logins of logs.
 *
 * @returns the exit code: 1 where some who got in are left out, or the list could not be checked
 */
export function printList(
  { logins, times: { first, last } }: LoggedLogins,
  chosen: ChosenHba,
  known: Known,
  { grouping, remarks }: { grouping: Grouping; remarks: readonly string[] },
  terminal: Terminal,
): number {
  const { text, left, isChecked } = generate(logins, chosen, known, grouping, {
    source: relativePath(chosen.hba.main.path, toCorePath(terminal.cwd)),
    span: first === undefined || last === undefined ? '' : ` from ${first} to ${last}`,
  });
  // What could command a terminal is not in it: such names are left out.
  terminal.write(asIs(text));
  const lost = notLetInText(left);
  const all = [
    ...remarksOnHba(chosen),
    ...remarks,
    ...(lost === '' ? [] : [`not let in: ${lost}.`]),
    ...(isChecked ? [] : ['the list was not checked: that would take too much work.']),
  ];
  for (const remark of all) terminal.writeError(say`pgconflint: ${remark}\n`);
  return isChecked && left.size === 0 ? 0 : 1;
}
