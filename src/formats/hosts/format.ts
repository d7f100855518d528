import { parseAuth } from '../../syntax/auth.js';
import { columnsOfLine } from '../columns-of-line.js';
import { namesFrom } from '../endings.js';
import type { RecordFormat } from '../format.js';
import type { HostEntry, HostsReading } from '../types.js';
import { readHosts } from './read.js';

const certificate = /\.(crt|pem|cer|key)\b/;

/** pg_hosts.conf: which certificate the server shows for which of its names. */
export const hosts: RecordFormat<'hosts', 'HostEntry', HostEntry, HostsReading> = {
  kind: 'hosts',
  fileName: 'pg_hosts.conf',
  names: namesFrom('pg_hosts'),
  parameter: 'hosts_file',
  since: 19,
  languages: ['pghosts', 'pghostsconf', 'pgconflinthosts'],
  share: 0.5,
  isLine(line) {
    const columns = columnsOfLine(line);
    return columns.length >= 3 && columns.slice(1, 4).filter((column) => certificate.test(column)).length >= 2;
  },
  parse: (text, target, encoding) => parseAuth(text, 'hosts', target, encoding),
  read: (id, reader, _, target) => readHosts(id, reader, target),
  visitor: 'HostEntry',
  subjects: ({ entries }) => entries,
  withSubjects: (reading, entries) => ({ ...reading, entries }),
};
