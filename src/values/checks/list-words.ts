import type { Major } from '../../catalog/majors.js';
import { listSyntaxAdvice, splitIdentifiers } from '../lists/split.js';
import { accept, refuse } from '../readings.js';
import { closestWord, listWords } from '../words.js';
import type { Check } from './check.js';

/** A parameter that is a list of given words. */
interface WordList {
  words: (major: Major) => string[];
}

/**
 * Makes the check of a parameter that is a list of given words in any letter case, none needed.
 *
 * @param list the words that a major knows
 */
export function checkWords(list: WordList): Check {
  return ({ parameter, text, major }) => {
    const elements = splitIdentifiers(text, major);
    if (elements === undefined) {
      return refuse(`'${text}' is not a list as ${parameter.name} needs one: ${listSyntaxAdvice}.`);
    }
    const words = list.words(major);
    const unknown = elements.find((element) => !words.includes(element.toLowerCase()));
    if (unknown === undefined) return accept(text);
    const meant = closestWord(unknown, words);
    const suggestion = meant !== undefined && elements.length === 1 ? meant : undefined;
    return refuse(
      `'${unknown}' is not a word of ${parameter.name}; PostgreSQL ${major} knows ${listWords(words)}.`,
      suggestion,
    );
  };
}

/** debug_io_direct (16 and later). */
export const checkDebugIoDirect = checkWords({ words: () => ['data', 'wal', 'wal_init'] });

/** restrict_nonsystem_relation_kind (17 and later; 12 to 16 since their minors of August 2024). */
export const checkRestrictedRelationKinds = checkWords({ words: () => ['view', 'foreign-table'] });

/** createrole_self_grant (16 and later). */
export const checkCreateroleSelfGrant = checkWords({ words: () => ['set', 'inherit'] });
