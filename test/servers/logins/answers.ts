/** What `who --test` says of logins, and whether that is what a server made of them. */
import { rmSync } from 'node:fs';
import type { DecidingRecord } from '../../../src/cli/commands/who/answer.js';
import type { TestedAnswer } from '../../../src/cli/commands/who/test-logins.js';
import { runIn, writeFolder } from '../../cli/terminal.js';
import type { Attempt } from './client.js';
import { members } from './files.js';
import { nameOf } from './host-names.js';
import type { Outcome } from './login-server.js';

/**
 * Asks `who --test` about logins.
 *
 * @param files what the data folder holds, by name
 * @param names whether addresses have the names of host-names.ts; else nothing is said of names
 * @throws where the command fails
 */
export async function answersOf(
  files: Readonly<Record<string, string>>,
  major: number,
  attempts: readonly Attempt[],
  names: boolean,
): Promise<TestedAnswer[]> {
  const logins = attempts.map(({ transport, from, user, database, replication }) => ({
    user,
    database,
    replication,
    from: from ?? 'local',
    tls: transport === 'tls',
    ...(names ? { hostname: (from && nameOf.get(from)) ?? '' } : {}),
  }));
  const folder = writeFolder({ ...files, 'logins.json': JSON.stringify({ members, logins }) });
  try {
    const args = ['who', '--test', 'logins.json', '--format', 'json', '--postgres', `${major}`, '.'];
    const { code, output, errors } = await runIn(folder, args);
    const remarks = errors.split('\n').filter((remark) => remark !== '' && !remark.endsWith('the server skips it.'));
    if (code !== 0 || remarks.length > 0)
      throw new Error(`who ended with ${code}: ${errors}\n${JSON.stringify(files)}`);
    return JSON.parse(output) as TestedAnswer[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a server's outcome is the answer, or, where the answer depends on something, one of those that it names. */
export function agrees(answer: TestedAnswer, outcome: Outcome): boolean {
  return (answer.possible ?? [answer.decision]).some((record) => fits(record, outcome));
}

function fits(record: DecidingRecord | null, outcome: Outcome): boolean {
  const { verdict, methods, file, line, wantedCertificate } = outcome;
  if (record === null) return verdict === 'implicit-reject';
  if (record.method === 'reject') return verdict === 'reject';
  if (verdict !== 'authenticate') return false;
  if (wantedCertificate) return record.options.some((option) => option.startsWith('clientcert='));
  if (!methods.includes(record.method)) return false;
  return line === undefined || (record.line === line && record.file === file);
}
