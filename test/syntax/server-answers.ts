/** What a server of a major would answer to a text, predicted from the tree alone. */
import type { Major } from '../../src/catalog/majors.js';
import { decode } from '../../src/files/decode.js';
import { parseAuth } from '../../src/syntax/auth.js';
import { parseConf } from '../../src/syntax/conf.js';
import type { AuthInclude, AuthLine } from '../../src/syntax/nodes.js';

/** One row of pg_hba_file_rules: line number, databases, users, error. */
export type HbaRow = [line: number, databases: string[], users: string[], error: string];

const connectionTypes = new Set(['local', 'host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc']);

/**
 * The rows of pg_hba_file_rules for a file whose records are all of type local, or broken.
 * It knows the method trust only; the texts come out as the view gives them to a client that reads UTF-8.
 */
export function hbaRows(bytes: Uint8Array, major: Major): HbaRow[] {
  const { text, encoding } = decode(bytes);
  const shown = (value: string) => (encoding === 'utf-8' ? value : Buffer.from(value, 'latin1').toString('utf8'));
  return parseAuth(text, 'hba', major, encoding).lines.map((line) => {
    const fields = line.fields.map((field) => field.tokens.map((token) => shown(token.value)));
    const error = hbaError(line, fields);
    if (error !== undefined) return [line.line, [], [], error];
    return [line.line, fields[1]!, fields[2]!, ''];
  });
}

function hbaError(line: AuthLine | AuthInclude, fields: string[][]): string | undefined {
  const refused = line.type === 'AuthLine' ? line.error?.code : undefined;
  if (refused === 'token-too-long') return 'authentication file token too long';
  if (refused === 'line-too-long') return 'authentication file line too long';
  const [type, databases, users, method, ...options] = fields;
  if (type!.length > 1) return 'multiple values specified for connection type';
  if (!connectionTypes.has(type![0]!)) return `invalid connection type "${type![0]}"`;
  if (databases === undefined) return 'end-of-line before database specification';
  if (users === undefined) return 'end-of-line before role specification';
  if (method === undefined) return 'end-of-line before authentication method';
  if (method.length > 1) return 'multiple values specified for authentication type';
  if (method[0] !== 'trust') return `invalid authentication method "${method[0]}"`;
  const option = options.flat()[0];
  return option === undefined ? undefined : `authentication option not in name=value format: ${option}`;
}

/** The syntax errors that a start reports for postgresql.conf: `line near what`. */
export function confErrors(text: string): string[] {
  const lastLine = text.split('\n').length;
  return parseConf(text).lines.flatMap((line) => {
    if (line.type !== 'ConfSyntaxError') return [];
    // The token goes through a C string.
    if (line.near !== undefined) return [`${line.line} token "${cString(text.slice(line.near.start, line.near.end))}"`];
    // At the end of a file without a final line feed the server counts one line too few.
    return [`${line.line === lastLine ? line.line - 1 : line.line} end of line`];
  });
}

/** The settings that a start reads: `line name=value`. */
export function confSettings(text: string): string[] {
  return parseConf(text).lines.flatMap((line) =>
    line.type === 'Setting' ? [`${line.line} ${line.name.value}=${line.value.value}`] : [],
  );
}

const cString = (text: string) => text.split('\0', 1)[0];
