import { listSyntaxAdvice, splitIdentifiers } from '../lists/split.js';
import { accept, refuse } from '../readings.js';
import { closestWord, listWords } from '../words.js';
import type { Check } from './check.js';

/** What wal_consistency_checking knows without libraries (rmgrlist.h: the managers with a mask function). */
export const resourceManagers: readonly string[] = [
  'all',
  'heap2',
  'heap',
  'btree',
  'hash',
  'gin',
  'gist',
  'sequence',
  'spgist',
  'brin',
  'generic',
];

/**
 * wal_consistency_checking: `all`, or resource managers. From 15 on libraries can bring more of them, so that a starting server
 * takes every name, looks again once the libraries are there, and stops then at an unknown one
 * (src/cluster/startup/wal-consistency.ts).
 */
export const checkWalConsistencyChecking: Check = ({ text, major }) => {
  const elements = splitIdentifiers(text, major);
  if (elements === undefined) {
    return refuse(`'${text}' is not a list as wal_consistency_checking needs one: ${listSyntaxAdvice}.`);
  }
  const unknown = elements.find((element) => !resourceManagers.includes(element.toLowerCase()));
  if (unknown === undefined) return accept(text);
  if (major >= 15) return accept(text);
  return refuse(
    `'${unknown}' is not a resource manager whose records can be checked; there are ${listWords(resourceManagers)}.`,
    elements.length === 1 ? closestWord(unknown, resourceManagers) : undefined,
  );
};
