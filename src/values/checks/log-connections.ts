import { listSyntaxAdvice, splitIdentifiers } from '../lists/split.js';
import { accept, refuse } from '../readings.js';
import { closestWord, listWords } from '../words.js';
import type { Check } from './check.js';

const aspects = ['receipt', 'authentication', 'authorization', 'setup_durations', 'all'];
const booleans = ['on', 'off', 'true', 'false', 'yes', 'no', '1', '0'];

/**
 * log_connections from 18 on: a list of aspects, or alone one of the words of the boolean that it was before
 * (whole words only, other than for booleans).
 */
export const checkLogConnections: Check = ({ text, value, major }) => {
  if (major < 18) return accept(value, value ? 'on' : 'off');
  const elements = splitIdentifiers(text, major);
  if (elements === undefined)
    return refuse(`'${text}' is not a list as log_connections needs one: ${listSyntaxAdvice}.`);
  const words = elements.map((element) => element.toLowerCase());
  if (words.length === 1 && booleans.includes(words[0]!)) return accept(text);
  const unknown = words.find((word) => !aspects.includes(word));
  if (unknown === undefined) return accept(text);
  if (booleans.includes(unknown)) {
    return refuse(
      `'${unknown}' is the old on/off form of log_connections and cannot stand in a list with other words.`,
    );
  }
  const suggestion = words.length === 1 ? closestWord(unknown, [...aspects, ...booleans]) : undefined;
  return refuse(
    `'${unknown}' is not an aspect of connections that can be logged; PostgreSQL ${major} knows ${listWords(aspects)}.`,
    suggestion,
  );
};
