import { encodingNames, findEncoding, lastMajorOfEncoding } from '../../catalog/encodings.js';
import { accept, refuse } from '../readings.js';
import { closestWord } from '../words.js';
import type { Check } from './check.js';

/** client_encoding: the name of an encoding; only ASCII letters and digits count, in any letter case. */
export const checkClientEncoding: Check = ({ value, major }) => {
  const text = String(value);
  // Old JDBC drivers compare the answer with what they asked for, so that this one spelling is kept.
  if (text === 'UNICODE') return accept(text);
  const encoding = findEncoding(text, major);
  if (encoding !== undefined) return accept(encoding);
  const last = lastMajorOfEncoding(text);
  if (last !== undefined) {
    return refuse(
      `PostgreSQL ${major} has no encoding ${text}; ${last} was the last to know it. Most clients use UTF8.`,
    );
  }
  return refuse(
    `'${text}' is not a character encoding that PostgreSQL knows; most clients use UTF8.`,
    closestWord(text, encodingNames(major)),
  );
};
