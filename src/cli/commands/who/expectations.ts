/** Files for `who --test`: role memberships to assume, logins, and what is expected of them; YAML or JSON. */
import { parseDocument, stringify } from 'yaml';
import { authenticationMethods } from '../../../catalog/authentication.js';
import { nearestOf } from '../../../catalog/nearest-words.js';
import { nodeFileSystem, readRegularFile } from '../../../files/node-file-system.js';
import { leadsOut } from '../../../linter/configuration/bounds.js';
import { documentValue } from '../../../linter/configuration/parse-yaml.js';
import { cannotRead } from '../../../project/cannot-read.js';
import { CommandError } from '../../command.js';
import type { AskedLogin } from './asked-login.js';

/** What is expected of a login: a verdict, a method, or the record that decides. */
export type Expectation =
  | { kind: 'verdict'; verdict: 'reject' | 'implicit-reject' | 'depends' }
  | { kind: 'method'; method: string }
  | { kind: 'record'; file: string | undefined; line: number };

export interface ExpectedLogin {
  asked: AskedLogin;
  expect: Expectation | undefined;
}

export interface Expectations {
  /** Undefined where the file has no `members`: then nothing is known about memberships. */
  members: Map<string, string[]> | undefined;
  logins: ExpectedLogin[];
  /** The place of a value in the file, as `FILE:LINE:COLUMN`; the path is that of its keys. */
  placeOf(path: readonly (string | number)[]): string;
}

type Path = readonly (string | number)[];

/** What is wrong with a value of the file. */
class UnfitValue extends Error {
  readonly path: Path;

  constructor(path: Path, message: string) {
    super(message);
    this.path = path;
  }
}

/**
 * Reads a file of expectations.
 *
 * @param path where it stands
 * @param name as messages name it
 * @throws CommandError with line and column for the first thing that does not fit
 */
export function readExpectations(path: string, name: string): Expectations {
  let text: string;
  // What is wrong with a file is told with its own words: those of another place are not shown through a link.
  if (leadsOut(path, path, nodeFileSystem))
    throw new CommandError(`${name} is a link that leads out of its repository or folder, and is not read.`);
  try {
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readRegularFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new CommandError(`${name} does not exist.`);
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw new CommandError(cannotRead(path, name));
    throw new CommandError(`${name} cannot be read: ${(error as Error).message}.`);
  }
  return parseExpectations(text.replace(/^\ufeff/, ''), name);
}

/** As readExpectations, from the text. */
export function parseExpectations(text: string, name: string): Expectations {
  const place = new Places(text, name);
  try {
    try {
      return { ...readRoot(parse(text, place)), placeOf: (path) => place.of(path) };
    } catch (error) {
      if (error instanceof UnfitValue) throw new CommandError(`${place.of(error.path)}: ${error.message}`);
      throw error;
    }
  } catch (error) {
    // Parsers and checks go down one call a level.
    if (error instanceof RangeError) throw new CommandError(`${name} is nested too deeply to be a list of logins.`);
    throw error;
  }
}

/** JSON is read by the faster reader; what it refuses is left to YAML, of which JSON is a part. */
function parse(text: string, places: Places): unknown {
  if (/^\s*\{/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // The reader of YAML names the place.
    }
  }
  return places.value();
}

/** The places of values: the whole text is only read for them when one is asked for. */
class Places {
  readonly #text: string;
  readonly #name: string;
  #document: ReturnType<typeof parseDocument> | undefined;

  constructor(text: string, name: string) {
    this.#text = text;
    this.#name = name;
  }

  /** Every scalar as the text that is written: a role may be called 007 or yes. */
  #read(): ReturnType<typeof parseDocument> {
    this.#document ??= parseDocument(this.#text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
    return this.#document;
  }

  value(): unknown {
    const document = this.#read();
    const [error] = document.errors;
    if (error?.message.startsWith('Maximum call stack')) throw new RangeError('deep');
    if (error) throw new CommandError(`${this.#at(error.pos[0])}: ${error.message.replace(/\.?$/, '.')}`);
    const { value, fault } = documentValue(document);
    if (fault) throw new CommandError(`${this.#at(fault.offset)}: ${fault.message}.`);
    return value;
  }

  of(path: Path): string {
    const document = this.#read();
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return this.#at(node.range[0]);
    }
    return this.#at(0);
  }

  #at(offset: number): string {
    const before = this.#text.slice(0, offset);
    return `${this.#name}:${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
  }
}

function readRoot(value: unknown): Omit<Expectations, 'placeOf'> {
  const root = readMap(value, [], ['members', 'logins'], 'The file');
  if (root['logins'] === undefined) throw new UnfitValue([], 'There is no list of logins; write logins: and the list.');
  const logins = readList(root['logins'], ['logins']).map((one, index) => readOne(one, ['logins', index]));
  if (logins.length === 0) throw new UnfitValue(['logins'], 'The list of logins is empty, so nothing would be tested.');
  return { members: root['members'] === undefined ? undefined : readMembers(root['members']), logins };
}

function readMembers(value: unknown): Map<string, string[]> {
  const members = readMap(value, ['members'], undefined, 'members');
  return new Map(
    Object.entries(members).map(([role, groups]) => {
      const path = ['members', role];
      if (isEmpty(groups)) return [role, []];
      if (!Array.isArray(groups)) return [role, [readText(groups, path)]];
      return [role, groups.map((group, index) => readText(group, [...path, index]))];
    }),
  );
}

const loginKeys = ['user', 'database', 'from', 'tls', 'gss', 'replication', 'hostname', 'expect'];

function readOne(value: unknown, path: Path): ExpectedLogin {
  const login = readMap(value, path, loginKeys, 'A login');
  const need = (key: string) => {
    if (login[key] === undefined || login[key] === null) throw new UnfitValue(path, `The login has no ${key}.`);
    return readText(login[key], [...path, key]);
  };
  const user = need('user');
  const optional = <T>(key: string, read: (value: unknown, path: Path) => T): T | undefined =>
    isLeftOut(login[key], key) ? undefined : read(login[key], [...path, key]);
  const replication = optional('replication', readReplication);
  return {
    asked: {
      user,
      database: replication === true ? optional('database', readText) : need('database'),
      from: need('from'),
      tls: optional('tls', readBoolean),
      gss: optional('gss', readBoolean),
      replication,
      hostName: optional('hostname', readHostName),
    },
    expect: optional('expect', readExpectation),
  };
}

function readExpectation(value: unknown, path: Path): Expectation {
  if (typeof value === 'object' && value !== null) {
    const { line, file } = readMap(value, path, ['line', 'file'], 'expect');
    const number = Number(line);
    if (line === undefined || !Number.isInteger(number) || number < 1) {
      throw new UnfitValue([...path, 'line'], 'expect needs the number of a line: {line: 12}.');
    }
    return { kind: 'record', line: number, file: file === undefined ? undefined : readText(file, [...path, 'file']) };
  }
  const text = readText(value, path);
  if (text === 'reject' || text === 'implicit-reject' || text === 'depends') return { kind: 'verdict', verdict: text };
  const methods = authenticationMethods.map((method) => method.name);
  if (methods.includes(text)) return { kind: 'method', method: text };
  const [near] = nearestOf(text, [...methods, 'implicit-reject'], 1);
  const guess = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new UnfitValue(
    path,
    `expect takes a method, reject, implicit-reject or {line: 12}, and ${text} is not one.${guess}`,
  );
}

function readReplication(value: unknown, path: Path): boolean | 'database' {
  if (value === 'database') return value;
  if (isBoolean(value)) return String(value) === 'true';
  throw new UnfitValue(path, 'replication is true, false or database.');
}

function readBoolean(value: unknown, path: Path): boolean {
  if (isBoolean(value)) return String(value) === 'true';
  throw new UnfitValue(path, `${path.at(-1)} is true or false.`);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean' || value === 'true' || value === 'false';
}

/** A null counts as left out; a database may have that name. */
function isLeftOut(value: unknown, key: string): boolean {
  if (value === undefined || value === null) return true;
  return key !== 'database' && (value === 'null' || value === '~' || (value === '' && key !== 'hostname'));
}

/** An empty text says that the client has no name. */
function readHostName(value: unknown, path: Path): string | null {
  return readText(value, path) || null;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '';
}

function readText(value: unknown, path: Path): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new UnfitValue(path, `${path.at(-1)} must be a text.`);
}

function readList(value: unknown, path: Path): unknown[] {
  if (Array.isArray(value)) return value;
  if (isEmpty(value)) return [];
  throw new UnfitValue(path, `${path.at(-1)} must be a list.`);
}

function readMap(
  value: unknown,
  path: Path,
  keys: readonly string[] | undefined,
  what: string,
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found = value === undefined ? 'nothing' : stringify(value).trim().slice(0, 40);
    throw new UnfitValue(path, `${what} must be keys with values, and not ${found}.`);
  }
  for (const key of Object.keys(value)) {
    if (keys === undefined || keys.includes(key)) continue;
    const [near] = nearestOf(key, keys, 1);
    const guess = near === undefined ? '' : `; did you mean ${near}?`;
    throw new UnfitValue([...path, key], `There is no key ${key}${guess || `; the keys are ${keys.join(', ')}.`}`);
  }
  return value as Record<string, unknown>;
}
