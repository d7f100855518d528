import { CodeActionKind } from 'vscode-languageserver/node';
import { prefixLength } from '../../../addresses/networks.js';
import type { Address, HbaRecord } from '../../../cluster/types.js';
import type { Span } from '../../../syntax/nodes.js';
import type { FileView } from '../../workspace/workspace.js';
import { editsOf } from '../edits.js';
import type { Offer } from './offer.js';

type Network = Extract<Address, { kind: 'network' }>;

/** Other ways to write the record at a place: its twin for IPv6, its netmask as a prefix length. */
export function rewritesOfRecord({ cluster, file }: FileView, span: Span): Offer[] {
  const records = cluster.hba?.records ?? [];
  const record = records.find(
    (one) => one.file.id === file.id && one.start <= span.end && span.start <= one.end && one.error === undefined,
  );
  if (record?.address?.kind !== 'network' || record.address.token.file.id !== file.id) return [];
  const offers = [twin(record, record.address, records), withPrefixLength(record, record.address)];
  return offers.filter((offer) => offer !== undefined);
}

/** IPv4 addresses that have a counterpart which is as often meant: this machine, and everywhere. */
function counterpart(address: Network): string | undefined {
  if (address.family !== 4) return undefined;
  const length = prefixLength(address);
  if (length === 0) return '::/0';
  return length === 32 && address.address === 0x7f000001n ? '::1/128' : undefined;
}

function twin(record: HbaRecord, address: Network, records: readonly HbaRecord[]): Offer | undefined {
  const other = counterpart(address);
  if (other === undefined || records.some((one) => isTwin(one, record, other))) return undefined;
  const { text } = record.file;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.lastIndexOf('\n', record.start - 1) + 1;
  const behind = text.slice(address.maskToken?.end ?? address.token.end, record.end);
  const line = text.slice(start, address.token.start) + other + behind;
  const newline = text.indexOf('\n', record.end);
  const at = newline === -1 ? text.length : newline + 1;
  const inserted = newline === -1 ? `${lineEnd}${line}` : `${line}${lineEnd}`;
  const edits = editsOf([{ file: record.file, start: at, end: at, text: inserted }]);
  return { title: `Add the same record for ${other}`, kind: CodeActionKind.RefactorRewrite, edits };
}

function isTwin(one: HbaRecord, record: HbaRecord, other: string): boolean {
  if (one.connectionType !== record.connectionType || one.address?.kind !== 'network') return false;
  if (one.address.family !== 6 || prefixLength(one.address) !== (other === '::/0' ? 0 : 128)) return false;
  if (one.address.address !== (other === '::/0' ? 0n : 1n)) return false;
  return namesOf(one) === namesOf(record);
}

function namesOf({ databases, users }: HbaRecord): string {
  return JSON.stringify([databases, users].map((list) => list.map(({ kind, value }) => `${kind} ${value}`)));
}

function withPrefixLength(record: HbaRecord, address: Network): Offer | undefined {
  const { maskToken, token } = address;
  const length = prefixLength(address);
  if (maskToken === undefined || length === undefined || maskToken.file !== token.file) return undefined;
  const text = `${token.value}/${length}`;
  const edits = editsOf([{ file: record.file, start: token.start, end: maskToken.end, text }]);
  return { title: `Write the netmask as /${length}`, kind: CodeActionKind.RefactorRewrite, edits };
}
