/** The options that say which logins `access` is asked about. */
import type { Space } from '../../../access/policies/policy.js';
import { PolicyError, readSpace, type WrittenPolicy, type WrittenSpace } from '../../../access/policies/read.js';
import type { AskedSpace } from '../../../access/questions/ask.js';
import { bothSpaces } from '../../../access/questions/both-spaces.js';
import { authenticationMethods } from '../../../catalog/authentication.js';
import { CommandError } from '../../command.js';
import type { Options, OptionValues } from '../../options.js';

const list = { value: 'LIST', multiple: true } as const;
const ways = { ...list, words: ['local', 'plain', 'tls', 'gss', 'tcp', 'encrypted'] } as const;
const methods = { ...list, words: authenticationMethods.map(({ name }) => name) } as const;

export const filterOptions = {
  role: { ...list, heading: 'Ask only about the logins', text: 'of these roles' },
  'not-role': { ...list, text: 'of other roles than these' },
  database: { ...list, text: 'to these databases' },
  'not-database': { ...list, text: 'to other databases than these' },
  replication: { text: 'for physical replication' },
  'not-replication': { text: 'to databases' },
  from: { ...list, text: 'from these addresses and networks; local is the Unix socket' },
  'not-from': { ...list, text: 'from elsewhere' },
  transport: {
    ...ways,
    text: 'that come this way: local, plain, tls or gss; tcp is the last three, encrypted is tls and gss',
  },
  'not-transport': { ...ways, text: 'that come another way' },
  method: { ...methods, text: 'that a record with one of these methods decides' },
  'not-method': { ...methods, text: 'that a record with another method decides' },
  outside: { text: 'ask about all logins but those' },
} as const satisfies Options;

const keys = ['role', 'database', 'from', 'transport', 'method'] as const;

/**
 * Reads what is asked.
 *
 * @param groups the policies of the configuration, whose groups may be named
 * @returns undefined where all is asked about
 * @throws CommandError for a value that cannot be meant
 */
export function readFilters(values: OptionValues<typeof filterOptions>, groups: WrittenPolicy): AskedSpace | undefined {
  const wanted: Record<string, readonly string[]> = {};
  const unwanted: Record<string, { not: readonly string[] }> = {};
  for (const key of keys) {
    const [names, others] = [values[key], values[`not-${key}`]];
    if (names) wanted[key] = parts(names);
    if (others) unwanted[key] = { not: parts(others) };
  }
  const { replication = false, 'not-replication': isOrdinary = false, outside: isOutside = false } = values;
  if (replication && isOrdinary) throw new CommandError('--replication and --not-replication exclude each other.');
  if (replication && (values.database ?? values['not-database'])) {
    throw new CommandError('Physical replication is to no database: leave out one of --replication and --database.');
  }
  const space = bothSpaces(read(wanted, groups, '--'), read(unwanted, groups, '--not-'));
  if (replication || isOrdinary) space.replication = replication;
  if (Object.keys(space).length > 0) return { space, isOutside };
  if (isOutside)
    throw new CommandError('--outside needs an option that says outside of what: --role, --from and others.');
  return undefined;
}

function parts(lists: readonly string[]): string[] {
  return lists
    .flatMap((one) => one.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function read(written: WrittenSpace, groups: WrittenPolicy, dashes: string): Space {
  try {
    return readSpace(written, groups);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const [key] = error.keys;
    throw new CommandError(key === undefined ? error.message : `${dashes}${key}: ${error.message}`);
  }
}
