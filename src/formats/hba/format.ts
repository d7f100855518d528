import { parseAuth } from '../../syntax/auth.js';
import { namesFrom } from '../endings.js';
import type { RecordFormat } from '../format.js';
import type { HbaReading, HbaRecord } from '../types.js';
import { readHba } from './read.js';

const connectionType = /^"?(local|host|hostssl|hostnossl|hostgssenc|hostnogssenc)"?[ \t,]/;

/** pg_hba.conf: who may log in from where, and how. */
export const hba: RecordFormat<'hba', 'HbaRecord', HbaRecord, HbaReading> = {
  kind: 'hba',
  fileName: 'pg_hba.conf',
  names: namesFrom('pg_hba'),
  parameter: 'hba_file',
  languages: ['pghba', 'pghbaconf', 'hba', 'pgconflinthba'],
  heading: /^#\s*TYPE\s+DATABASE\s+USER\b/m,
  share: 0.5,
  isLine: (line) => connectionType.test(line),
  parse: (text, target, encoding) => parseAuth(text, 'hba', target, encoding),
  read: (id, reader, configuration, target) => readHba(id, reader, configuration, target),
  visitor: 'HbaRecord',
  subjects: ({ records }) => records,
  withSubjects: (reading, records) => ({ ...reading, records }),
};
