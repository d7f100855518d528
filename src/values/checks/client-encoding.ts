import { encodingNames, findEncoding } from '../../catalog/encodings.js';
import { accept, refuse } from '../readings.js';
import { closestWord } from '../words.js';
import type { Check } from './check.js';

/** client_encoding: the name of an encoding; only ASCII letters and digits count, in any letter case. */
export const checkClientEncoding: Check = ({ value }) => {
  const text = String(value);
  // Old JDBC drivers compare the answer with what they asked for, so that this one spelling is kept.
  if (text === 'UNICODE') return accept(text);
  const encoding = findEncoding(text);
  if (encoding !== undefined) return accept(encoding);
  return refuse(
    `'${text}' is not a character encoding that PostgreSQL knows; most clients use UTF8.`,
    closestWord(text, encodingNames()),
  );
};
