/** What a real server makes of a text, in the form of test/syntax/server-answers.ts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HbaRow } from '../../syntax/server-answers.js';
import type { Server } from '../server.js';

/** Asks pg_hba_file_rules. */
export async function askHbaRows(server: Server, bytes: Buffer): Promise<HbaRow[]> {
  server.write('pg_hba.conf', bytes);
  const { rows } = await server.query(
    `SELECT line_number, array_to_json(database)::text, array_to_json(user_name)::text, coalesce(error, '')
       FROM pg_hba_file_rules`,
  );
  return rows.map(([line, databases, users, error]) => [
    Number(line),
    JSON.parse(databases ?? '[]'),
    JSON.parse(users ?? '[]'),
    error!,
  ]);
}

const syntaxError = /^syntax error in file ".*" line (\d+), near ([\s\S]*)$/;

/** Asks for the syntax errors that stop a start: `line near what`. */
export function askConfErrors(server: Server, folder: string, text: string): string[] {
  writeFileSync(join(folder, 'postgresql.conf'), text);
  writeFileSync(join(folder, 'postgresql.auto.conf'), '');
  return server.coldStart(folder).messages.flatMap((message) => {
    const [, line, near] = syntaxError.exec(Buffer.from(message, 'latin1').toString('utf8')) ?? [];
    return line === undefined ? [] : [`${line} ${near}`];
  });
}

/** Asks pg_file_settings for the settings of a file without syntax errors: `line name=value`. */
export async function askConfSettings(server: Server, text: string): Promise<string[]> {
  server.write('postgresql.conf', text);
  const { rows } = await server.query(
    `SELECT sourceline, name, setting FROM pg_file_settings
      WHERE name IS NOT NULL AND sourcefile LIKE '%/postgresql.conf' ORDER BY seqno`,
  );
  return rows.map(([line, name, value]) => `${line} ${name}=${value}`);
}
