import { parseAuth } from '../../syntax/auth.js';
import { columnsOfLine } from '../columns-of-line.js';
import { namesFrom } from '../endings.js';
import type { RecordFormat } from '../format.js';
import type { IdentMapping, IdentReading } from '../types.js';
import { readIdent } from './read.js';

/** pg_ident.conf: which users of other systems may be which database users. */
export const ident: RecordFormat<'ident', 'IdentMapping', IdentMapping, IdentReading> = {
  kind: 'ident',
  fileName: 'pg_ident.conf',
  names: namesFrom('pg_ident'),
  parameter: 'ident_file',
  languages: ['pgident', 'pgidentconf', 'pgconflintident'],
  heading: /^#\s*MAPNAME\s+SYSTEM-USERNAME\b/m,
  share: 0.5,
  isLine: (line) => columnsOfLine(line).length === 3 && !line.includes('='),
  parse: (text, target, encoding) => parseAuth(text, 'ident', target, encoding),
  read: (id, reader, _, target) => readIdent(id, reader, target),
  visitor: 'IdentMapping',
  subjects: ({ mappings }) => mappings,
  withSubjects: (reading, mappings) => ({ ...reading, mappings }),
};
