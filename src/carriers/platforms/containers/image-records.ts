/**
 * The pg_hba.conf that the official image makes: that of initdb, and a record for everybody with the method of a variable
 * (docker-library/postgres, docker-entrypoint.sh, docker_init_database_dir and pg_setup_hba_conf). It is made once, for an
 * empty data folder.
 */
import type { Major } from '../../../catalog/majors.js';
import type { CarriedText } from '../../../documents/carrier.js';
import { documentOfItems, type Item } from '../../shapes/items.js';
import { readShell } from '../../shapes/shell.js';
import { type InitdbOption, methodsOfInitdb, recordsOfInitdb } from '../initdb.js';
import { isBitnami, isYes, standingFor, type Variable, variable } from './environment.js';

const methodVariable = 'POSTGRES_HOST_AUTH_METHOD';

/**
 * Makes the records.
 *
 * @param from where comments before the variable may start: the end of what stands before it
 * @param appended records that the image has after those of initdb
 * @param major decides the method where no variable does
 * @returns undefined where no variable says anything of them, or what it says is not known
 */
export function recordsOfImage(
  fileText: string,
  image: string,
  variables: readonly Variable[],
  from: (offset: number) => number,
  appended: readonly Item[] = [],
  major?: Major,
): CarriedText | undefined {
  if (isBitnami(image)) return recordsOfBitnami(fileText, variables, from);
  const method = variable(variables, methodVariable);
  if (method === undefined && appended.length === 0) return undefined;
  if (method !== undefined && (method.isElsewhere === true || method.value === undefined || method.value.text === ''))
    return undefined;
  const above = recordsWithOptions(variable(variables, 'POSTGRES_INITDB_ARGS'));
  if (above === undefined) return undefined;
  if (method?.value === undefined) {
    const below = `host all all all ${major !== undefined && major < 14 ? 'md5' : 'scram-sha-256'}\n`;
    return documentOfItems(fileText, 'hba', appended, Number.POSITIVE_INFINITY, () => undefined, { above, below });
  }
  const { value, nameAt } = method;
  const at = { start: Math.min(nameAt.file.start, value.file.start), end: value.file.end };
  const item = { parts: ['host all all all ', value], at, isOwn: false };
  return documentOfItems(fileText, 'hba', [...appended, item], from(at.start), () => undefined, { above });
}

/**
 * The records of Bitnami’s image where nobody has a password (libpostgresql.sh of bitnami/containers, postgresql_create_pghba,
 * postgresql_allow_local_connection and postgresql_restrict_pghba: with a password, `md5` takes the place of `trust`).
 */
function recordsOfBitnami(
  fileText: string,
  variables: readonly Variable[],
  from: (offset: number) => number,
): CarriedText | undefined {
  const allowed = variable(variables, 'ALLOW_EMPTY_PASSWORD');
  const others = variables.filter(({ name }) => name !== 'ALLOW_EMPTY_PASSWORD');
  const isOpen = isYes(allowed?.value?.text) && allowed?.isElsewhere !== true;
  const isOther = others.some(({ name }) =>
    /PASSWORD(?:_FILE)?$|^POSTGRES(?:QL)?_(?:ENABLE_)?(?:LDAP|TLS_CA)/.test(name),
  );
  if (!isOpen || isOther || allowed?.value === undefined) return undefined;
  const { value, nameAt } = allowed;
  const at = { start: Math.min(nameAt.file.start, value.file.start), end: value.file.end };
  const item = { parts: ['host all all 0.0.0.0/0 ', standingFor('trust', value)], at, isOwn: false };
  const below =
    'host all all ::/0 trust\nlocal all all trust\nhost all all 127.0.0.1/32 trust\nhost all all ::1/128 trust\n';
  return documentOfItems(fileText, 'hba', [item], from(at.start), () => undefined, { below });
}

/** The records of initdb with the options of a variable; undefined where they are not known. */
function recordsWithOptions(options: Variable | undefined): string | undefined {
  if (options !== undefined && options.value === undefined) return undefined;
  const words = (readShell(options?.value?.text ?? '') ?? []).flatMap((command) => command.words);
  const told: InitdbOption[] = [];
  for (const [index, { text }] of words.entries()) {
    const match = /^(?:--auth(?:-(?<of>local|host))?(?:=(?<long>.*))?|-A(?<short>.+)?)$/s.exec(text);
    if (match === null) continue;
    const { of, long, short } = match.groups!;
    const method = long ?? short ?? words[index + 1]?.text;
    if (method === undefined) return undefined;
    told.push({ of: of === 'local' || of === 'host' ? of : 'both', method });
  }
  return recordsOfInitdb(methodsOfInitdb(told));
}
