import { prefixLength } from '../../../addresses/networks.js';
import { formatAddress } from '../../../addresses/numeric-address.js';
import {
  authenticationMethods,
  findMethod,
  findOption,
  findRecordType,
  isKnownTo,
  keywords,
} from '../../../catalog/authentication.js';
import { firstMajor, type Major } from '../../../catalog/majors.js';
import type { Address, Cluster, HbaRecord, NamePattern, RecordOption } from '../../../cluster/types.js';
import { nearest } from '../../../linter/nearest.js';
import type { AuthInclude, Span } from '../../../syntax/nodes.js';
import type { FileView } from '../../workspace/workspace.js';
import { addressCount } from '../address-count.js';
import { hoverOfColumn } from './column.js';
import { code, type Explanation, prose, touches } from './explanation.js';

/** What the column of a record under the cursor means. */
export function hoverOfRecord({ file, cluster }: FileView, offset: number): Explanation | undefined {
  if (file.tree.kind !== 'hba') return undefined;
  const include = file.tree.lines.find((line) => line.type === 'AuthInclude' && touches(line, offset));
  if (include !== undefined) return includeText(include as AuthInclude);
  const record = cluster.hba?.records.find((one) => one.file.id === file.id && touches(one, offset));
  if (record === undefined) return undefined;
  const isHere = (place: (Span & { file: { id: string } }) | undefined) =>
    place !== undefined && place.file.id === file.id && touches(place, offset);
  const say = ({ start, end }: Span, text: string): Explanation => ({ start, end, text });

  const typeToken = record.connectionTypeToken;
  if (typeToken !== undefined && isHere(typeToken)) return say(typeToken, typeText(typeToken.value, cluster));
  for (const column of ['databases', 'users'] as const) {
    const pattern = record[column].find((one) => isHere(one.token));
    if (pattern !== undefined) return say(pattern.token, patternText(pattern, column));
    const fromFile = record[column].filter(({ token }) => isHere(token.via));
    const [first] = fromFile;
    if (first !== undefined) return say(first.token.via!, namesOfFile(first.token.via!.value, fromFile));
  }
  const { address, methodToken } = record;
  if (address !== undefined && isHere(address.token)) return say(address.token, addressText(address));
  if (address?.kind === 'network' && address.maskToken !== undefined && isHere(address.maskToken)) {
    return say(address.maskToken, addressText(address));
  }
  if (methodToken !== undefined && isHere(methodToken)) return say(methodToken, methodText(record, cluster));
  const option = record.options.find((one) => isHere(one.token));
  if (option !== undefined) return say(option.token, optionText(option, cluster));
  return hoverOfColumn(record, offset);
}

function typeText(name: string, { target }: Cluster): string {
  const type = findRecordType(name, target);
  if (type === undefined) return `PostgreSQL ${target} has no connection type ${code(name)}.`;
  return `**${type.name}**\n\n${type.description}${sinceText(type)}`;
}

function methodText({ methodToken, method, connectionType }: HbaRecord, { target }: Cluster): string {
  const found = findMethod(method ?? methodToken!.value, target);
  if (found === undefined) return unknownMethod(methodToken!.value, target);
  const instead =
    methodToken!.value === 'ident' && connectionType === 'local' ? '\n\nOn local records ident means peer.' : '';
  const build = found.build === undefined ? '' : `\n\nThe server must have been built with ${found.build}.`;
  return `**${found.name}**\n\n${found.description}${instead}${build}${sinceText(found)}`;
}

function unknownMethod(name: string, target: Major): string {
  const known = authenticationMethods.filter((one) => isKnownTo(one, target)).map((one) => one.name);
  const meant = nearest(name, known);
  return `PostgreSQL ${target} has no method ${code(name)}.${meant === undefined ? '' : ` Did you mean ${code(meant)}?`}`;
}

function optionText({ name, value }: RecordOption, cluster: Cluster): string {
  const option = findOption(name, cluster.target);
  if (option === undefined) return `PostgreSQL ${cluster.target} has no option ${code(name)}.`;
  const methods = option.methods === undefined ? '' : `\n\nFor ${option.methods.join(', ')}.`;
  const map = name === 'map' ? mapText(value, cluster) : '';
  return `**${name}**\n\n${option.description}${methods}${map}${sinceText(option)}`;
}

/** How many mappings a map has, and a few of them. */
export function mapText(name: string, { ident }: Cluster): string {
  if (ident === undefined) return '';
  const mappings = ident.mappings.filter((one) => one.mapName?.value === name);
  if (mappings.length === 0)
    return `\n\nThe map ${code(name)} has no mapping in pg_ident.conf, so nobody gets in by it.`;
  const shown = mappings.slice(0, 5).map((one) => {
    return `- ${code(one.systemUser?.token.value ?? '')} may be ${code(one.databaseUser?.token.value ?? '')}`;
  });
  const more = mappings.length > shown.length ? `\n- and ${mappings.length - shown.length} more` : '';
  return `\n\nThe map ${code(name)}:\n${shown.join('\n')}${more}`;
}

/** What an element of the database or user column stands for. */
export function patternText({ kind, value, token }: NamePattern, column: 'databases' | 'users'): string {
  const thing = column === 'databases' ? 'database' : 'role';
  const via = token.via === undefined ? '' : `\n\nIt comes from ${code(token.via.value)}.`;
  switch (kind) {
    case 'name':
      return `The ${thing} named ${code(value)}.${via}`;
    case 'regex':
      return `Every ${thing} whose name matches the regular expression ${code(value)} somewhere.${via}`;
    case 'members':
      return `Every role that is a member of ${code(value)}, directly or not, and ${code(value)} itself.${via}`;
    case 'unknown':
      return `What ${code(token.value)} holds was not read.`;
    default: {
      const keyword = keywords.find(
        (one) => one.name === token.value && one.column === (column === 'databases' ? 'database' : 'user'),
      );
      return `**${prose(token.value)}**\n\n${keyword?.description ?? ''} In quotes it is an ordinary name.${via}`;
    }
  }
}

/** The names that an `@file` brings, the first of them at least. */
function namesOfFile(name: string, patterns: readonly NamePattern[]): string {
  const shown = patterns.slice(0, 10).map(({ token }) => code(token.value));
  const more = patterns.length > shown.length ? ` and ${patterns.length - shown.length} more` : '';
  return `The names in the file ${code(name.replace(/^@/, ''))}: ${shown.join(', ')}${more}.`;
}

/** What an address stands for; of a network, its first and last address and how many it holds. */
export function addressText(address: Address): string {
  switch (address.kind) {
    case 'host':
      return `The client whose address looks up to the host name ${code(address.name)}, and back.`;
    case 'suffix':
      return `Every client whose host name ends in ${code(address.name)}.`;
    case 'network':
      return networkText(address);
    default: {
      const keyword = keywords.find((one) => one.name === address.kind && one.column === 'address');
      return `**${address.kind}**\n\n${keyword?.description ?? ''}`;
    }
  }
}

function networkText(address: Extract<Address, { kind: 'network' }>): string {
  const { family, mask } = address;
  const bits = family === 4 ? 32n : 128n;
  const all = (1n << bits) - 1n;
  const first = address.address & mask;
  const last = first | (all ^ mask);
  const length = prefixLength(address);
  const count = addressCount(address);
  if (length === Number(bits)) return `The single IPv${family} address ${formatAddress(first, family)}.`;
  const hostBits =
    first === address.address
      ? ''
      : `\n\nThe bits after the mask do not count: it is the network ${formatAddress(first, family)}.`;
  if (length === undefined) return `${count} IPv${family} addresses; the mask has holes.${hostBits}`;
  return `${count} IPv${family} addresses (/${length}): ${formatAddress(first, family)} to ${formatAddress(last, family)}.${hostBits}`;
}

function sinceText({ since, until }: { since: number; until?: number }): string {
  const parts: string[] = [];
  if (since > firstMajor) parts.push(`Since PostgreSQL ${since}.`);
  if (until !== undefined) parts.push(`Up to PostgreSQL ${until}.`);
  return parts.length === 0 ? '' : `\n\n${parts.join(' ')}`;
}

function includeText({ start, end, directive }: AuthInclude): Explanation {
  const what =
    directive === 'include_dir'
      ? 'every `.conf` file of the folder is read here, in the order of the bytes of their names'
      : directive === 'include'
        ? 'the lines of the file are read here; without it the server refuses the whole file'
        : 'the lines of the file are read here, where it exists';
  return { start, end, text: `**${directive}**: ${what}. Since PostgreSQL 16.` };
}
