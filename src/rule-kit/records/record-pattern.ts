/** Records as a policy describes them: for the rules whose options are data. */
import type { HbaRecord, NamePattern } from '../../cluster/types.js';
import { allowsPlain, isRemote, isTaken } from './records.js';

/** A description of records; a record fits where every column that is named has an element of its list. */
export interface RecordPattern {
  type?: readonly string[];
  database?: readonly string[];
  user?: readonly string[];
  address?: readonly string[];
  method?: readonly string[];
  /** `clientcert=verify-full`, or a name alone for any value. */
  option?: readonly string[];
  remote?: boolean;
  plain?: boolean;
}

const texts = { type: 'array', items: { type: 'string' } } as const;

/** The properties of a pattern in an option's schema. */
export const recordPatternProperties = {
  type: texts,
  database: texts,
  user: texts,
  address: texts,
  method: texts,
  option: texts,
  remote: { type: 'boolean' },
  plain: { type: 'boolean' },
} as const;

/** What the description of an option says of patterns. */
export const recordPatternHelp =
  'A record fits when each column that is named (type, database, user, address, method, option) has one of the texts in its list; /…/ is a regular expression, and a quoted keyword is written with its quotes ("\\"all\\""). remote: whether clients of other machines are let in. plain: whether connections without encryption match.';

/** Whether a record that loads fits a pattern. */
export function fitsPattern(record: HbaRecord, pattern: RecordPattern): boolean {
  if (!isTaken(record)) return false;
  const { connectionType, databases, users, address, method, options } = record;
  return (
    hasOne(pattern.type, connectionType === undefined ? [] : [connectionType]) &&
    hasOne(pattern.database, databases.map(textOf)) &&
    hasOne(pattern.user, users.map(textOf)) &&
    hasOne(pattern.address, address === undefined ? [] : [address.token.value]) &&
    hasOne(pattern.method, method === undefined ? [] : [method]) &&
    hasOne(
      pattern.option,
      options.flatMap(({ name, value }) => [name, `${name}=${value}`]),
    ) &&
    (pattern.remote === undefined || pattern.remote === isRemote(record)) &&
    (pattern.plain === undefined || pattern.plain === allowsPlain(record))
  );
}

/** An element's text; a name that would be a keyword without its quotes keeps them. */
function textOf({ kind, token }: NamePattern): string {
  const isKeyword = /^(?:all|sameuser|samerole|samegroup|replication|\+.*)$/.test(token.value);
  return kind === 'name' && token.quoted && isKeyword ? `"${token.value}"` : token.value;
}

function hasOne(wanted: readonly string[] | undefined, found: readonly string[]): boolean {
  if (wanted === undefined) return true;
  return wanted.some((text) => {
    const expression = /^\/(.+)\/$/.exec(text)?.[1];
    if (expression === undefined) return found.includes(text);
    const compiled = compile(expression);
    return compiled !== undefined && found.some((each) => compiled.test(each));
  });
}

/** An expression that does not compile fits nothing. */
function compile(expression: string): RegExp | undefined {
  try {
    return new RegExp(expression, 'u');
  } catch {
    return undefined;
  }
}

/** The numbers of a policy's points behind its text: ` (OPS-12, 3.1)`. */
export function showIds(ids: readonly string[] | undefined): string {
  return ids === undefined || ids.length === 0 ? '' : ` (${ids.join(', ')})`;
}
