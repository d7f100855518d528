/** `@file` tokens: every token of every line of the file takes the token's place (hba.c, tokenize_expand_file). */

import { pathAsServerWrites } from '../../files/paths.js';
import { isOpenError, type OpenError } from '../open-error.js';
import type { PlacedToken, ReadingError } from '../types.js';
import {
  type DirectiveError,
  type ExpandedLine,
  type Expansion,
  fileRecursion,
  isBroken,
  isDirectiveError,
  isReading,
  notRead,
  openNested,
} from './expansion.js';
import { broughtBy, unreadToken } from './file-token.js';
import { missingSentence, refusal } from './reading-error.js';

/**
 * Appends what an `@file` token stands for.
 *
 * @param via the token
 * @param depth of the file in which it stands
 * @param tokens the column's tokens so far
 * @returns why the server refuses the line, where it does
 */
export function expandedTokens(
  via: PlacedToken,
  depth: number,
  expansion: Expansion,
  tokens: PlacedToken[],
): ReadingError | undefined {
  const path = pathAsServerWrites(via.file.folder, via.value.slice(1), expansion.target);
  if (expansion.target < 16 && expansion.expanding.includes(path)) return fileRecursion(path, via);
  const nested = openNested(path, via, depth, expansion);
  if (isOpenError(nested)) return failure(nested, via, expansion, tokens);
  if (isReading(nested)) return nested;

  expansion.expanding.push(path);
  const lines: (ExpandedLine | DirectiveError)[] = [];
  // The first broken line is all that is needed of an `@file`.
  expansion.expandFile(nested, depth + 1, lines, () => lines.length > 0 && isBroken(lines.at(-1)!));
  expansion.expanding.pop();
  for (const line of lines) {
    if (isDirectiveError(line)) return line;
    if (line.error !== undefined) return line.error;
    for (const field of line.fields) {
      for (const inner of field) tokens.push(broughtBy(via, inner));
    }
  }
  return undefined;
}

function failure(
  problem: OpenError,
  via: PlacedToken,
  expansion: Expansion,
  tokens: PlacedToken[],
): ReadingError | undefined {
  if (problem.reason === 'missing') {
    return refusal(
      via,
      'at-file-missing',
      `${missingSentence('file', via.value.slice(1), via.file.path)} Quote the word if @ is part of a name.`,
    );
  }
  if (problem.reason === 'directory') {
    if (expansion.target < 14) return refusal(via, 'at-file-directory', `${problem.path} is a directory, not a file.`);
    // From 14 on the server only logs it, and the token stands for nothing.
    return undefined;
  }
  expansion.remarks.push(notRead(via, problem));
  tokens.push(unreadToken(via));
  return undefined;
}
