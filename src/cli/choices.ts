import { CommandError } from './command.js';

/**
 * Reads a value that is one of a few words.
 *
 * @param what what the words are: `format`, `benchmark`
 * @param word as a person wrote it
 * @throws CommandError where it is not one of them, with the word that was most likely meant
 */
export async function readChoice<T extends string>(what: string, word: string, choices: readonly T[]): Promise<T> {
  const found = choices.find((choice) => choice === word);
  if (found !== undefined) return found;
  const { nearest } = await import('../linter/nearest.js');
  // Of names that begin as what was written the last one is the newest: `cis` for `cis-13` to `cis-18`.
  const longer = word.length < 3 ? undefined : choices.findLast((choice) => choice.startsWith(word));
  const meant = nearest(word, choices) ?? longer;
  const guess = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new CommandError(`There is no ${what} “${word}”; the ${what}s are ${choices.join(', ')}.${guess}`);
}
