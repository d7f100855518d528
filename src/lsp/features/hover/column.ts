import type { HbaRecord } from '../../../cluster/types.js';
import { type Explanation, prose, touches } from './explanation.js';

const ofSocket = ['type', 'database', 'user', 'method', 'options'] as const;
const ofNetwork = ['type', 'database', 'user', 'address', 'method', 'options'] as const;

const texts: Record<(typeof ofNetwork)[number], string> = {
  type: 'The **type** of the connection: local for the Unix-domain socket, host and its kin for TCP/IP.',
  database: 'The **databases** that the record is for, separated by commas.',
  user: 'The **roles** that the record is for, separated by commas.',
  address: 'The **address** of the client: a network such as 10.0.0.0/8, a host name, all, samehost or samenet.',
  method: 'The **method** by which the client proves who it is.',
  options: 'The **options** of the method, each as name=value.',
};

/** What the column of a broken record is for, where nothing better can be said, and why a server refuses the record. */
export function hoverOfColumn(record: HbaRecord, offset: number): Explanation | undefined {
  const { fields } = record.node;
  const at = fields.findIndex((field) => touches(field, offset));
  const field = fields[at];
  if (field === undefined || record.error === undefined) return undefined;
  const columns = record.connectionType === 'local' ? ofSocket : ofNetwork;
  const text = texts[columns[Math.min(at, columns.length - 1)]!];
  return { start: field.start, end: field.end, text: `${text}\n\nA server refuses it: ${prose(record.error.message)}` };
}
