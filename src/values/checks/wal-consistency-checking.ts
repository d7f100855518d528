import { listSyntaxAdvice, splitIdentifiers } from '../lists/identifiers.js';
import { accept, refuse } from '../readings.js';
import { closestWord, listWords } from '../words.js';
import type { Check } from './check.js';

/** Resource managers whose records can be checked (rmgrlist.h: those with a mask function). */
const managers = ['heap2', 'heap', 'btree', 'hash', 'gin', 'gist', 'sequence', 'spgist', 'brin', 'generic'];

/**
 * wal_consistency_checking: `all`, or resource managers. From 15 on libraries can bring more of them,
 * so that the server, while it starts, takes every name and looks again once the libraries are there.
 */
export const checkWalConsistencyChecking: Check = ({ text, major }) => {
  const elements = splitIdentifiers(text, major);
  if (elements === undefined) {
    return refuse(`'${text}' is not a list as wal_consistency_checking needs one: ${listSyntaxAdvice}.`);
  }
  if (major >= 15) return accept(text);
  const known = [...managers, 'all'];
  const unknown = elements.find((element) => !known.includes(element.toLowerCase()));
  if (unknown === undefined) return accept(text);
  return refuse(
    `'${unknown}' is not a resource manager whose records can be checked; there are ${listWords(known)}.`,
    elements.length === 1 ? closestWord(unknown, known) : undefined,
  );
};
