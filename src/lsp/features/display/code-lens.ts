import type { CodeLens, Position } from 'vscode-languageserver/node';
import { budgetFor } from '../../../access/budget.js';
import type { Transport } from '../../../access/login.js';
import { type AccessRow, accessRows, hasRow } from '../../../access/matrix.js';
import { exceptText } from '../../../access/row-text.js';
import { type Taken, takers } from '../../../access/takers.js';
import { transportsOf } from '../../../access/transports.js';
import type { Cluster, HbaRecord, NamePattern } from '../../../cluster/types.js';
import { baseNameOf } from '../../../files/paths.js';
import { visible } from '../../../report/printable.js';
import { isTaken, originOf } from '../../../rule-kit/records/records.js';
import { whoMatchesCommand } from '../../protocol/announced.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { addressCount } from '../address-count.js';

/** What a lens is about, so that its text can be asked for later. */
interface LensData {
  uri: string;
  line: number;
}

/** A place for a lens above each record that loads. */
export function codeLenses({ file, cluster, document }: FileView, workspace: Workspace): CodeLens[] {
  if (!workspace.settings.codeLens || file.kind !== 'hba') return [];
  const records = (cluster.hba?.records ?? []).filter((record) => record.file.id === file.id && isTaken(record));
  return records.map((record) => {
    const start = document.lines.positionAt(record.start);
    return { range: { start, end: start }, data: { uri: document.uri, line: start.line } satisfies LensData };
  });
}

/** The buffer of a lens, for whoever resolves it. */
export function bufferOfLens({ data, range }: CodeLens): [uri: string, position: Position] {
  return [(data as LensData).uri, range.start];
}

/** Of so many records it is worked out after each keystroke for whom they decide; with more, a lens answers when it is chosen. */
const mostRecords = 1000;

/** A lens with its text: for whom the record decides. Unchanged where the record is gone. */
export function resolveLens(lens: CodeLens, { file, cluster, document }: FileView): CodeLens {
  const { uri, line } = lens.data as LensData;
  const record = cluster.hba?.records.find(
    (one) => one.file.id === file.id && document.lines.lineAt(one.start) === line,
  );
  if (record === undefined) return lens;
  const row = cluster.hba!.records.length > mostRecords ? undefined : rowsOf(cluster).get(record);
  const title = row === undefined ? 'who matches this?' : visible(lensText(row, record));
  return { ...lens, command: { title, command: whoMatchesCommand, arguments: [uri, line] } };
}

/** The records of a cluster as the table of who gets in shows them; worked out once for all lenses. */
const known = new WeakMap<Cluster, ReadonlyMap<HbaRecord, AccessRow>>();

function rowsOf(cluster: Cluster): ReadonlyMap<HbaRecord, AccessRow> {
  let rows = known.get(cluster);
  if (rows === undefined) {
    const { hba, target, folder } = cluster;
    const records = hba!.records.filter(hasRow);
    const found = accessRows({ hba: hba!, cluster, target, folder });
    rows = new Map(found.map((row, at) => [records[at]!, row]));
    known.set(cluster, rows);
  }
  return rows;
}

function lensText(row: AccessRow, { address }: HbaRecord): string {
  const here = `${row.file}:`;
  const shortWord = (word: string) => (word.startsWith(here) ? `line ${word.slice(here.length)}` : word);
  const short = (text: string) => text.split(' ').map(shortWord).join(' ');
  if (row.unreachableBecause !== null) return `never decides: ${short(row.unreachableBecause)}`;
  const count = address?.kind === 'network' ? addressCount(address) : '1';
  const addresses = count === '1' || row.from.startsWith('any') ? '' : `, ${count} addresses`;
  const from = row.from.startsWith('any') ? `clients from ${row.from}` : row.from;
  const except = exceptText(row);
  const others = except === '' ? '' : `, except logins of ${short(except)}`;
  return `${row.method === 'reject' ? 'rejects' : 'decides for'} ${from}${addresses}${others}`;
}

/** The answer: which connections a record is for, and which of them earlier records take. */
export function whoMatches({ file, cluster, document }: FileView, line: number): string | undefined {
  const records = cluster.hba?.records ?? [];
  const at = records.findIndex((one) => one.file.id === file.id && document.lines.lineAt(one.start) === line);
  const record = records[at];
  if (record?.connectionType === undefined) return undefined;
  const budget = budgetFor(cluster.hba!.files);
  const found = takers(records.slice(0, at + 1), { target: cluster.target, budget }, record).find(
    (one) => one.record === record,
  );
  return `${whoText(record)} ${earlierText(found, record)}`;
}

const transportTexts: Record<Transport, string> = {
  local: 'over the Unix-domain socket',
  plain: 'unencrypted',
  tls: 'over TLS',
  gss: 'with GSSAPI encryption',
};

function whoText(record: HbaRecord): string {
  const ways = transportsOf[record.connectionType!].map((transport) => transportTexts[transport]);
  const how = ways.length > 1 ? `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}` : ways[0]!;
  const from = record.connectionType === 'local' ? '' : ` ${originOf(record)}`;
  const databases = record.databases.map((pattern) => nameText(pattern, 'database')).join(' or ');
  const users = record.users.map((pattern) => nameText(pattern, 'role')).join(' or ');
  return `Connections ${how}${from} to ${databases} as ${users}: ${record.method}.`;
}

function nameText({ kind, value, token }: NamePattern, thing: 'database' | 'role'): string {
  switch (kind) {
    case 'all':
      return thing === 'database' ? 'any database' : 'any role';
    case 'members':
      return `a member of ${value}`;
    case 'regex':
      return `a ${thing} that matches /${value}`;
    case 'sameuser':
      return 'the database named like the role';
    case 'samerole':
      return 'a database named like a role that it is a member of';
    case 'replication':
      return 'physical replication';
    default:
      return kind === 'unknown' ? `what ${token.value} holds` : value;
  }
}

function earlierText(taken: Taken | undefined, record: HbaRecord): string {
  const { coveredBy = [], takenBy = [], maybeTakenBy = [], undecided = false } = taken ?? {};
  if (coveredBy.length > 0) return `Never in use: ${placesOf(coveredBy, record)} matches all of them first.`;
  const sentences: string[] = [];
  if (takenBy.length > 0) sentences.push(`Some of them are taken before: ${placesOf(takenBy, record)}.`);
  if (maybeTakenBy.length > 0) {
    sentences.push(`Files do not tell whether some are taken before: ${placesOf(maybeTakenBy, record)}.`);
  }
  if (undecided) sentences.push('Not decided: which other records take some of them.');
  return sentences.length > 0 ? sentences.join(' ') : 'No earlier record takes any of them.';
}

function placesOf(records: readonly HbaRecord[], { file }: HbaRecord): string {
  const places = records.slice(0, 8).map((one) => {
    return one.file.id === file.id ? `line ${one.line}` : `${baseNameOf(one.file.path)}:${one.line}`;
  });
  return places.join(', ') + (records.length > 8 ? ' …' : '');
}
